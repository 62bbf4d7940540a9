package vn.vam.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.text.VietnameseTime;

class HearingOperators {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nhận A-1042",
        "nhan a1042",
        "Nhận A 1042",
        "NHAN A-1042 nhé",
        "tôi nhận tin a-1042",
        "tiếp nhận A–1042",
        "#nhan A-1042",
        "nhâ\u0323n A-1042",
      })
  void takes_an_alert_on(String said) {
    assertThat(heard(said)).contains(new OperatorCommand.Take("A-1042"));
  }

  @ParameterizedTest
  @CsvSource({
    "hoãn A-1042 2h, 120",
    "hoan a1042 2 gio, 120",
    "hoãn A-1042 30 phút, 30",
    "hoan A-1042 30p, 30",
    "hoãn A-1042 thêm 1h30, 90",
    "hoãn A-1042 2 giờ rưỡi, 150",
    "hoãn A-1042 1 ngày, 1440",
    "#hoan A-1042 1h, 60",
    "hoãn A-1042, 60",
  })
  void puts_an_alert_off(String said, long minutes) {
    assertThat(heard(said))
        .contains(new OperatorCommand.Snooze("A-1042", Shift.NOON.plusSeconds(60 * minutes)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "không nhận A-1042",
        "khong nhan a1042",
        "ko nhan A 1042",
        "k nhận A-1042",
        "hông nhận a1042",
        "tôi không nhận A-1042 đâu",
        "đừng nhận A-1042",
        "dung nhan a1042",
        "dừng nhận A-1042",
        "chưa nhận A-1042",
        "chua nhan a 1042",
        "khoan nhận A-1042",
        "thôi nhận A-1042",
        "chớ nhận A-1042",
        "từ chối nhận A-1042",
        "bỏ nhận A-1042",
        "huỷ nhận A-1042",
        "khoong nhaanj A-1042",
        "kho6ng nha65n A-1042",
        "dduwngf nhaanj a1042",
        "không hoãn A-1042",
        "đừng giao A-1042 cho Trưởng ca",
        "không gác A-1042",
        "đừng đóng A-1042",
        "chưa đóng A-1042",
        "đừng ghi A-1042 gì hết",
        "KHÔNG NHẬN A-1042",
      })
  void who_says_no_has_ordered_nothing(String said) {
    assertThat(heard(said)).contains(new OperatorCommand.Declined("A-1042"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nhận A-1042 chưa",
        "nhận A-1042 chưa?",
        "nhan a1042 khong",
        "nhận A-1042 hả",
        "ai nhận A-1042",
        "có ai nhận A-1042 không",
        "nhờ anh Nam nhận A-1042",
        "anh Nam nhận A-1042",
        "nhận được A-1042 rồi",
        "dungwf nhan A-1042",
        "nhận A-1042 và A-1043",
        "đóng A-1042 chưa",
        "đóng A-1042?",
        "đóng cống A-1042",
        "A-1042",
        "A-1042 sao rồi",
        "A-1042 không nhận",
        "hoản hoản A-1042?",
        "nhắn A-1042",
      })
  void who_asks_or_may_mean_another_is_asked_back(String said) {
    assertThat(heard(said)).contains(new OperatorCommand.Unclear("A-1042"));
  }

  @ParameterizedTest
  @CsvSource({
    "hoãn nhận A-1042 2h, 120",
    "hoanx A-1042 2 tieengs, 120",
    "hoa4n A-1042 2h, 120",
  })
  void the_last_word_before_the_number_counts(String said, long minutes) {
    puts_an_alert_off(said, minutes);
  }

  @ParameterizedTest
  @CsvSource({
    "nhaanj A-1042, Take[number=A-1042]",
    "nha65n a1042, Take[number=A-1042]",
    "dạ em nhận A-1042 ạ, Take[number=A-1042]",
    "ghi nhận A-1042, Comment[A-1042]",
    "ddongs A-1042, Close[A-1042]",
  })
  void understands_what_keyboards_leave_behind(String said, String command) {
    assertThat(heard(said)).hasValueSatisfying(one -> assertThat(one).hasToString(command));
  }

  @ParameterizedTest
  @CsvSource({
    "đóng A-1042, ''",
    "dong a1042, ''",
    "Đóng tin A 1042 nhé, nhé",
    "đóng A-1042: báo nhầm, báo nhầm",
    "đóng A-1042 vì nước không còn mặn, vì nước không còn mặn",
    "#dong A-1042, ''",
  })
  void closes_an_alert(String said, String reason) {
    assertThat(heard(said)).contains(new OperatorCommand.Close("A-1042", reason));
  }

  /** Said at noon on Thursday, 12 March. */
  @ParameterizedTest
  @CsvSource({
    "2 tiếng, 2026-03-12T14:00",
    "2 tieng nua, 2026-03-12T14:00",
    "30p, 2026-03-12T12:30",
    "30 ph nhé, 2026-03-12T12:30",
    "nửa tiếng, 2026-03-12T12:30",
    "nua tieng, 2026-03-12T12:30",
    "nửa ngày, 2026-03-13T00:00",
    "một tiếng, 2026-03-12T13:00",
    "hai mươi phút, 2026-03-12T12:20",
    "mười lăm phút, 2026-03-12T12:15",
    "1 tiếng 30 phút, 2026-03-12T13:30",
    "1 ngày 2 tiếng, 2026-03-13T14:00",
    "'1,5 tiếng', 2026-03-12T13:30",
    "1.5h, 2026-03-12T13:30",
    "2 tiếng rưỡi, 2026-03-12T14:30",
    "1 tuần, 2026-03-19T12:00",
    "tới 18h, 2026-03-12T18:00",
    "toi 18h30, 2026-03-12T18:30",
    "đến 6 giờ chiều, 2026-03-12T18:00",
    "tới 5h, 2026-03-12T17:00",
    "tới 11h, 2026-03-12T23:00",
    "tới 2h sáng, 2026-03-13T02:00",
    "7h sáng mai, 2026-03-13T07:00",
    "tới 12h đêm, 2026-03-13T00:00",
    "tới 18:15, 2026-03-12T18:15",
    "tới sáng mai, 2026-03-13T07:00",
    "toi sang mai, 2026-03-13T07:00",
    "sáng mai, 2026-03-13T07:00",
    "tới mai, 2026-03-13T07:00",
    "toi mai, 2026-03-13T07:00",
    "tối mai, 2026-03-13T18:00",
    "tới chiều, 2026-03-12T13:00",
    "tới tối, 2026-03-12T18:00",
    "tới tối nay, 2026-03-12T18:00",
    "toi toi nay, 2026-03-12T18:00",
    "tới đêm nay, 2026-03-12T22:00",
    "tới sáng, 2026-03-13T07:00",
    "hết hôm nay, 2026-03-13T00:00",
    "het ngay, 2026-03-13T00:00",
    "tới hết ngày hôm nay, 2026-03-13T00:00",
    "towis sangs mai, 2026-03-13T07:00",
  })
  void a_time_is_understood_as_people_say_it(String said, String until) {
    Instant expected = LocalDateTime.parse(until).atZone(VietnameseTime.ZONE).toInstant();

    assertThat(heard("hoãn A-1042 " + said))
        .contains(new OperatorCommand.Snooze("A-1042", expected));
    assertThat(heard("gác A-1042 " + said))
        .contains(new OperatorCommand.Shelve("A-1042", expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mai mốt",
        "30 ngày",
        "8 ngày",
        "0 phút",
        "-2h",
        "30",
        "tới 25h",
        "tới 7h75",
        "tới 7h sáng nay",
        "sáng nay",
        "hoài",
        "tới khi hết mặn",
        "2 tuần",
        "9999 tiếng"
      })
  void a_time_that_makes_no_sense_is_asked_about(String said) {
    assertThat(heard("hoãn A-1042 " + said))
        .contains(new OperatorCommand.UnclearTime("A-1042", "hoãn", said));
  }

  @ParameterizedTest
  @CsvSource({"gác A-1042 8h, 480", "gac a1042 2 ngay, 2880", "gác A-1042, 480"})
  void shelves_an_alert(String said, long minutes) {
    assertThat(heard(said))
        .contains(new OperatorCommand.Shelve("A-1042", Shift.NOON.plusSeconds(60 * minutes)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bỏ gác A-1042",
        "bo gac a1042",
        "thôi gác A-1042",
        "đừng gác A-1042 nữa",
        "bor gacs A-1042"
      })
  void takes_an_alert_off_the_shelf(String said) {
    assertThat(heard(said)).contains(new OperatorCommand.Unshelve("A-1042"));
  }

  @ParameterizedTest
  @CsvSource({
    "giao A-1042 cho Trưởng ca, Trưởng ca",
    "giao a1042 cho truong ca, truong ca",
    "giao A-1042 Trưởng ca, Trưởng ca",
    "giao A-1042, ''",
  })
  void gives_an_alert_to_somebody(String said, String to) {
    assertThat(heard(said)).contains(new OperatorCommand.Assign("A-1042", to));
  }

  @ParameterizedTest
  @CsvSource({
    "'ghi chú A-1042 đã gọi cống, chờ', 'đã gọi cống, chờ'",
    "'ghi chu a1042: Da goi', Da goi",
    "ghi A-1042 nhận lại đầu đo, nhận lại đầu đo",
    "ghi chú A-1042, ''",
  })
  void writes_down_what_is_said_as_it_is_said(String said, String text) {
    assertThat(heard(said)).contains(new OperatorCommand.Comment("A-1042", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"việc", "viec", "#viec", "tin đang mở", "TIN DANG MO"})
  void lists_what_is_open(String said) {
    assertThat(heard(said)).contains(new OperatorCommand.ListOpen());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nhận cảnh báo Xuân Hòa",
        "độ mặn Xuân Hòa",
        "H58.20-260312-0015",
        "dừng",
        "ga1042",
        "việc làm",
        ""
      })
  void leaves_everything_else_to_the_conversation(String said) {
    assertThat(heard(said)).isEmpty();
  }

  private static Optional<OperatorCommand> heard(String said) {
    return OperatorWords.understand(said, Shift.NOON);
  }

  @Test
  void a_number_nobody_could_have_given_is_no_alert() {
    assertThat(heard("nhận A-" + "9".repeat(40))).isEmpty();
  }
}
