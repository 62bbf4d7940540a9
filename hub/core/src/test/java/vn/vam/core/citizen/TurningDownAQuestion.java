package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.limit.Limit.Side;

/** A no to what the hub has asked means that question, and nothing that was agreed to before. */
class TurningDownAQuestion extends InConversation {
  private static final List<String> REFUSALS =
      List.of(
          "dạ không",
          "da khong a",
          "không",
          "ko",
          "thôi khỏi",
          "thoi khoi di em",
          "không cần",
          "khong can dau",
          "khỏi",
          "thôi",
          "huỷ",
          "huy",
          "Hủy nha",
          "khỏi theo dõi",
          "không cần báo",
          "dạ thôi để sau",
          "bỏ qua",
          "không, cảm ơn");

  private static final List<OpenQuestion> QUESTIONS =
      List.of(
          new OpenQuestion.MayFollow(CODE),
          new OpenQuestion.ReallyErase(),
          new OpenQuestion.WhereAlerts(),
          new OpenQuestion.WhereLimit(Side.ABOVE, 1),
          new OpenQuestion.WhereSafe(),
          new OpenQuestion.WhereChart(1),
          new OpenQuestion.WhichReceipt(CODE),
          new OpenQuestion.ProveToFollow(CODE),
          new OpenQuestion.GiveNumber());

  private final Understanding understanding = TestProvince.understanding();

  static Stream<Arguments> everyNo() {
    return QUESTIONS.stream()
        .flatMap(question -> REFUSALS.stream().map(text -> Arguments.of(question, text)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyNo")
  void stops_nothing_and_follows_nothing(OpenQuestion question, String text) {
    Reply reply = answer(question, text);

    assertThat(reply.changes()).containsExactly(new ProfileChange.AskNothing());
    assertThat(reply.messages()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DỪNG", "ngừng hết đi", "không nhận nữa", "không cần báo nữa"})
  void who_wants_nothing_any_more_is_heard_all_the_same(String text) {
    assertThat(answer(new OpenQuestion.WhereAlerts(), text).changes())
        .contains(new ProfileChange.UnsubscribeAll());
  }

  @Test
  void who_asks_something_else_behind_a_no_gets_an_answer() {
    assertThat(
            understanding.understand(
                "không, cho hỏi độ mặn xuân hòa", Optional.of(new OpenQuestion.MayFollow(CODE))))
        .isEqualTo(new Intent.AskSalinity(TestProvince.XUAN_HOA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sao tôi không nhận được tin nữa",
        "sao toi khong nhan duoc tin nua",
        "không thấy báo",
        "khong thay bao gi",
        "sao không báo tôi",
        "sao hổng báo tui vậy",
        "sao chưa báo xuân hòa",
        "mặn trên 2 rồi sao không báo tôi",
        "hôm qua mặn trên 2 mà không thấy nhắn",
        "mấy bữa nay không nhận được tin gì hết"
      })
  void who_misses_alerts_loses_none(String text) {
    assertThat(understanding.understand(text)).isEqualTo(new Intent.MissesAlerts());
    Reply reply = say(text, TestProvince.XUAN_HOA);
    assertThat(reply.changes()).isEmpty();
    assertThat(Talk.text(reply)).contains("Xuân Hòa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nước mặn quá trời",
        "nuoc man qua troi",
        "hôm qua mặn 2",
        "hôm qua báo mặn 2",
        "xuân hòa hôm qua báo mặn 2 chấm 5",
        "tuần qua mặn xuân hòa 3",
        "mặn quá chừng báo cho bà con biết"
      })
  void talk_of_salt_sets_no_limit(String text) {
    assertThat(say(text).changes())
        .noneMatch(ProfileChange.SetLimit.class::isInstance)
        .noneMatch(change -> asksWhereLimit(change));
  }

  @ParameterizedTest
  @ValueSource(strings = {"đừng báo ban đêm", "dung bao ban dem", "ban đêm đừng nhắn nha"})
  void peace_at_night_is_no_stop(String text) {
    assertThat(understanding.understand(text)).isEqualTo(new Intent.KeepQuiet(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dừng báo Xuân Hòa", "dung bao xuan hoa", "khỏi báo xuân hòa nữa"})
  void one_station_is_stopped_alone(String text) {
    assertThat(say(text, TestProvince.XUAN_HOA, TestProvince.MY_THO).changes())
        .containsExactly(new ProfileChange.Unsubscribe(TestProvince.XUAN_HOA));
  }

  private static boolean asksWhereLimit(ProfileChange change) {
    return change instanceof ProfileChange.Ask ask
        && ask.question() instanceof OpenQuestion.WhereLimit;
  }

  private Reply answer(OpenQuestion question, String text) {
    Profile asked = asked(question);
    Profile profile =
        new Profile(
            List.of(TestProvince.XUAN_HOA),
            List.of(),
            List.of(),
            Optional.empty(),
            asked.open(),
            List.of());
    return conversation.answer(new CitizenEvent.Said("u1", text, NOW), profile, NOW);
  }
}
