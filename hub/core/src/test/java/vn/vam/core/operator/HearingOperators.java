package vn.vam.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(OperatorWords.understand(said)).contains(new OperatorCommand.Take("A-1042"));
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
    assertThat(OperatorWords.understand(said))
        .contains(new OperatorCommand.Snooze("A-1042", Duration.ofMinutes(minutes)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoãn A-1042 mai mốt",
        "hoãn A-1042 30 ngày",
        "hoãn A-1042 0 phút",
        "A-1042",
        "A-1042 sao rồi",
        "hoản A-1042"
      })
  void asks_back_where_it_is_unclear_what_is_to_become_of_an_alert(String said) {
    assertThat(OperatorWords.understand(said))
        .get()
        .isNotInstanceOf(OperatorCommand.Take.class)
        .satisfies(
            command ->
                assertThat(command)
                    .isInstanceOfAny(OperatorCommand.Unclear.class, OperatorCommand.Snooze.class));
  }

  @ParameterizedTest
  @CsvSource({"gác A-1042 8h, 480", "gac a1042 2 ngay, 2880", "gác A-1042, 480"})
  void shelves_an_alert(String said, long minutes) {
    assertThat(OperatorWords.understand(said))
        .contains(new OperatorCommand.Shelve("A-1042", Duration.ofMinutes(minutes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bỏ gác A-1042", "bo gac a1042"})
  void takes_an_alert_off_the_shelf(String said) {
    assertThat(OperatorWords.understand(said)).contains(new OperatorCommand.Unshelve("A-1042"));
  }

  @ParameterizedTest
  @CsvSource({
    "giao A-1042 cho Trưởng ca, Trưởng ca",
    "giao a1042 cho truong ca, truong ca",
    "giao A-1042 Trưởng ca, Trưởng ca",
    "giao A-1042, ''",
  })
  void gives_an_alert_to_somebody(String said, String to) {
    assertThat(OperatorWords.understand(said)).contains(new OperatorCommand.Assign("A-1042", to));
  }

  @ParameterizedTest
  @CsvSource({
    "'ghi chú A-1042 đã gọi cống, chờ', 'đã gọi cống, chờ'",
    "'ghi chu a1042: Da goi', Da goi",
    "ghi A-1042 nhận lại đầu đo, nhận lại đầu đo",
    "ghi chú A-1042, ''",
  })
  void writes_down_what_is_said_as_it_is_said(String said, String text) {
    assertThat(OperatorWords.understand(said))
        .contains(new OperatorCommand.Comment("A-1042", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"việc", "viec", "#viec", "tin đang mở", "TIN DANG MO"})
  void lists_what_is_open(String said) {
    assertThat(OperatorWords.understand(said)).contains(new OperatorCommand.ListOpen());
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
    assertThat(OperatorWords.understand(said)).isEmpty();
  }

  @Test
  void a_number_nobody_could_have_given_is_no_alert() {
    assertThat(OperatorWords.understand("nhận A-" + "9".repeat(40))).isEmpty();
  }
}
