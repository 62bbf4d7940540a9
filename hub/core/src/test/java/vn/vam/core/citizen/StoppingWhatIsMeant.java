package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.citizen.ProfileChange.Unsubscribe;
import vn.vam.core.citizen.ProfileChange.UnsubscribeAll;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.station.StationId;

/** Everything stops where that is clear, and nothing where it is not: then it is asked. */
class StoppingWhatIsMeant extends InConversation {
  private static final List<String> UNCLEAR =
      List.of(
          "dừng báo zzz",
          "dừng báo Tân Thạnh",
          "đừng báo ở chợ Tân Thạnh nữa",
          "thôi báo trạm Phú Lễ",
          "hủy cảnh báo Phú Lễ",
          "Phú Lễ khỏi báo nữa",
          "khỏi báo nữa ở Phú Lễ",
          "không cần báo Phú Lễ nữa",
          "bỏ theo dõi Phú Lễ",
          "dừng báo camera",
          "đừng báo ngập",
          "dừng báo trên 2",
          "bỏ mức 2",
          "dừng mọi tin báo trừ xuân hòa",
          "dừng hết trừ xuân hòa",
          "đừng báo xuân hòa nữa, chỉ báo mỹ tho thôi",
          "làm sao dừng báo",
          "muốn ngưng nhận tin thì làm sao",
          "sao lại ngưng báo vậy",
          "ngưng báo chưa",
          "có bị ngưng báo không",
          "dừng báo xuân hòa được không",
          "nếu dưới 1 thì khỏi báo",
          "khi nào hết mặn thì khỏi báo",
          "tạm ngưng báo 3 ngày",
          "ngưng báo một tuần",
          "dừng zzz",
          "ngưng trạm Phú Lễ",
          "#dung zzz");

  private static final List<String> ONE_WORD =
      List.of(
          "huỷ", "hủy", "Hủy", "HUY", "thôi", "thôi nha em", "bỏ", "bỏ đi", "tắt", "huỷ giùm tui");

  private static final List<String> CLEAR =
      List.of(
          "DỪNG",
          "ngừng",
          "ngưng",
          "STOP",
          "stop",
          "dừng lại",
          "dừng hết",
          "dừng tất cả",
          "hủy tất cả",
          "hủy đăng ký",
          "tắt thông báo",
          "đừng báo nữa",
          "đừng nhắn gì nữa",
          "thôi đừng báo nữa, bán đất rồi",
          "không muốn nhận tin mặn nữa",
          "từ nay khỏi báo",
          "ngưng gửi tin nhắn cho tôi",
          "#dung");

  static Stream<String> unclear() {
    return typed(UNCLEAR);
  }

  static Stream<String> oneWord() {
    return typed(ONE_WORD);
  }

  static Stream<String> clear() {
    return typed(CLEAR);
  }

  private static Stream<String> typed(List<String> phrases) {
    return phrases.stream().flatMap(phrase -> Stream.of(phrase, Typed.withoutMarks(phrase)));
  }

  @ParameterizedTest
  @MethodSource("unclear")
  void who_stops_what_nobody_knows_is_asked_and_keeps_everything(String text) {
    Reply reply = said(text, Optional.empty());

    assertThat(reply.changes())
        .containsExactly(new ProfileChange.Ask(new OpenQuestion.WhichStop()));
    assertThat(text(reply)).contains("chưa ngưng gì", "Xuân Hòa", "Mỹ Tho: khi độ mặn trên 1 g/l");
    assertThat(payloads(reply))
        .containsExactly("#dung", "#dung xuan-hoa", "#dung my-tho", "#giunguyen");
  }

  @ParameterizedTest
  @MethodSource("oneWord")
  void a_word_that_may_mean_less_is_asked_back(String text) {
    Reply reply = said(text, Optional.empty());

    assertThat(reply.changes())
        .containsExactly(new ProfileChange.Ask(new OpenQuestion.ReallyStop()));
    assertThat(text(reply)).contains("Dừng mọi tin báo?");
    assertThat(payloads(reply)).startsWith("#dung").endsWith("#giunguyen");
  }

  @ParameterizedTest
  @MethodSource("oneWord")
  void the_same_word_ends_what_the_conversation_is_in_the_middle_of(String text) {
    assertThat(said(text, Optional.of(new OpenQuestion.WhereLimit(Side.ABOVE, 1))).changes())
        .containsExactly(new ProfileChange.AskNothing());
  }

  @ParameterizedTest
  @MethodSource("clear")
  void who_is_clear_is_not_asked(String text) {
    assertThat(said(text, Optional.empty()).changes()).contains(new UnsubscribeAll());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"có", "co", "ừ", "dừng", "dung", "dừng hết", "tất cả", "đúng rồi", "#dung"})
  void asked_whether_everything_a_yes_stops_everything(String yes) {
    assertThat(said(yes, Optional.of(new OpenQuestion.ReallyStop())).changes())
        .contains(new UnsubscribeAll());
  }

  @ParameterizedTest
  @ValueSource(strings = {"không", "ko", "thôi", "huỷ", "bỏ", "#giunguyen", "khong can"})
  void asked_whether_everything_a_no_stops_nothing(String no) {
    assertThat(said(no, Optional.of(new OpenQuestion.ReallyStop())).changes())
        .containsExactly(new ProfileChange.AskNothing());
    assertThat(said(no, Optional.of(new OpenQuestion.WhichStop())).changes())
        .containsExactly(new ProfileChange.AskNothing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mỹ tho", "my tho", "dạ trạm mỹ tho", "#dung my-tho"})
  void asked_what_a_station_is_enough(String station) {
    assertThat(said(station, Optional.of(new OpenQuestion.WhichStop())).changes())
        .contains(new Unsubscribe(TestProvince.MY_THO))
        .doesNotContain(new UnsubscribeAll());
  }

  @Test
  void asked_what_a_yes_says_nothing() {
    assertThat(said("có", Optional.of(new OpenQuestion.WhichStop())).changes())
        .doesNotContain(new UnsubscribeAll());
  }

  @Test
  void who_asks_something_else_meanwhile_gets_an_answer() {
    assertThat(text(said("độ mặn mỹ tho", Optional.of(new OpenQuestion.ReallyStop()))))
        .contains("Mỹ Tho");
  }

  @Test
  void of_two_stations_of_one_name_the_one_they_hear_of_is_stopped() {
    Profile both = profile(Optional.empty(), "my-hoa", "my-hoa-cho");

    assertThat(answer("dung bao my hoa", both).changes())
        .containsExactly(new ProfileChange.Ask(new OpenQuestion.WhichStop()));
    assertThat(payloads(answer("dung bao my hoa", both)))
        .containsExactly("#dung", "#dung my-hoa", "#dung my-hoa-cho", "#giunguyen");
    assertThat(answer("dung bao my hoa", profile(Optional.empty(), "my-hoa")).changes())
        .containsExactly(new Unsubscribe(new StationId("my-hoa")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"huỷ", "dừng báo zzz"})
  void who_hears_of_nothing_is_told_so(String text) {
    Reply reply = answer(text, Profile.EMPTY);

    assertThat(text(reply)).contains("không có gì phải ngưng");
    assertThat(reply.changes()).isEmpty();
  }

  private Reply said(String text, Optional<OpenQuestion> open) {
    return answer(text, profile(open, "xuan-hoa"));
  }

  private static Profile profile(Optional<OpenQuestion> open, String... stations) {
    return new Profile(
        Stream.of(stations).map(StationId::new).toList(),
        stations.length == 1 ? List.of(new Limit(TestProvince.MY_THO, Side.ABOVE, 1)) : List.of(),
        List.of(),
        Optional.empty(),
        open,
        List.of());
  }

  private Reply answer(String text, Profile profile) {
    return conversation.answer(new CitizenEvent.Said("u1", text, NOW), profile, NOW);
  }
}
