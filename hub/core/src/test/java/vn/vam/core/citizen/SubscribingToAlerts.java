package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.citizen.ProfileChange.Subscribe;
import vn.vam.core.citizen.ProfileChange.Unsubscribe;
import vn.vam.core.citizen.ProfileChange.UnsubscribeAll;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.station.StationId;

/** Who agrees to alerts, to which, and how they end. */
class SubscribingToAlerts extends InConversation {
  private static final OpenQuestion WHICH_ALERTS = new OpenQuestion.WhereAlerts();

  @Test
  void records_the_words_agreed_to_and_tells_what_comes_and_how_to_stop() {
    Reply reply = say("nhan canh bao xuan hoa");

    String consent =
        "Tôi đồng ý nhận tin cảnh báo của trạm Xuân Hòa tại đây, cho đến khi tôi nhắn DỪNG.";
    assertThat(reply.changes()).containsExactly(new Subscribe(TestProvince.XUAN_HOA, consent));
    assertThat(text(reply))
        .contains(
            consent,
            "• độ mặn trên 0,5 g/l suốt 30 phút\n• độ mặn trên 4 g/l\n",
            "chỉ cần nhắn một chữ: DỪNG");
  }

  @Test
  void a_pressed_button_does_the_same() {
    assertThat(say("#canhbao trung-luong").changes()).hasSize(1);
    assertThat(text(say("#canhbao trung-luong"))).contains("• tốc độ xe dưới 15 km/h suốt 10 phút");
  }

  @Test
  void nothing_changes_for_those_who_have_it() {
    Reply reply = say("nhận cảnh báo xuân hòa", TestProvince.XUAN_HOA);

    assertThat(text(reply)).contains("rồi");
    assertThat(reply.changes()).isEmpty();
  }

  @Test
  void a_station_without_alerts_is_not_promised() {
    Reply reply = say("nhận cảnh báo vàm kênh");

    assertThat(text(reply)).contains("Vàm Kênh chưa có mức cảnh báo");
    assertThat(reply.changes()).isEmpty();
  }

  @Test
  void speaking_of_alerts_is_not_agreeing_to_them() {
    Reply reply = say("cảnh báo xuân hòa");

    assertThat(Talk.asked(reply)).contains(WHICH_ALERTS);
    assertThat(payloads(reply)).containsExactly("#canhbao xuan-hoa");
  }

  @Test
  void without_a_station_it_offers_those_that_have_alerts() {
    assertThat(payloads(say("nhận cảnh báo", TestProvince.MY_THO)))
        .containsExactly("#canhbao xuan-hoa", "#canhbao trung-luong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xuân hòa", "xuan hoa", "dạ trạm xuân hòa ạ", "xuaan hoaf", "x. xuan hoa"})
  void asked_for_which_station_a_bare_name_is_enough(String name) {
    assertThat(Talk.asked(say("nhận cảnh báo"))).contains(WHICH_ALERTS);

    assertThat(reply(name).changes())
        .anySatisfy(
            change ->
                assertThat(change)
                    .isInstanceOfSatisfying(
                        Subscribe.class,
                        to -> assertThat(to.station()).isEqualTo(TestProvince.XUAN_HOA)))
        .contains(new ProfileChange.AskNothing());
  }

  @Test
  void asked_for_which_station_two_names_are_asked_back_again() {
    Reply reply = reply("my tho voi xuan hoa");

    assertThat(payloads(reply)).containsExactly("#canhbao xuan-hoa", "#canhbao my-tho");
    assertThat(Talk.asked(reply)).contains(WHICH_ALERTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xuân hòa mặn chưa",
        "bieu do xuan hoa",
        "không nhận xuân hòa",
        "#cong Cống Xuân Hòa",
        "thôi",
        "menu"
      })
  void asked_for_which_station_who_says_something_else_agrees_to_nothing(String other) {
    Reply reply = reply(other);

    assertThat(reply.changes()).doesNotHaveAnyElementsOfTypes(Subscribe.class);
    assertThat(Talk.asked(reply).filter(WHICH_ALERTS::equals)).isEmpty();
  }

  private Reply reply(String text) {
    return conversation.answer(
        new CitizenEvent.Said("u1", text, NOW), asked(new OpenQuestion.WhereAlerts()), NOW);
  }

  @Test
  void one_word_stops_everything() {
    Reply reply = say("dung", TestProvince.XUAN_HOA, TestProvince.MY_THO);

    assertThat(text(reply)).contains("Đã ngưng gửi mọi cảnh báo");
    assertThat(reply.changes()).containsExactly(new UnsubscribeAll());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dung", "DUNG", "dừng", "dừng đi", "dung nhan nua"})
  void who_stopped_by_mistake_is_told_again_at_the_touch_of_a_button(String stop) {
    Reply reply = say(stop, TestProvince.XUAN_HOA, TestProvince.MY_THO);

    assertThat(text(reply)).contains("Đã ngưng", "chỉ muốn nói “đúng”");
    assertThat(payloads(reply)).containsExactly("#nhanlai");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#nhanlai", "nhận lại", "nhan lai", "dạ nhận lại giúp em"})
  void what_was_stopped_just_now_is_told_of_and_taken_back(String text) {
    Reply reply =
        conversation.answer(
            new CitizenEvent.Said("u1", text, NOW),
            justStopped(List.of(TestProvince.XUAN_HOA)),
            NOW);

    assertThat(reply.changes()).containsExactly(new ProfileChange.TakeBack());
    assertThat(text(reply))
        .contains("Đã nhận lại", "Xuân Hòa", "Mỹ Tho: khi độ mặn trên 1 g/l", CODE.value());
  }

  @Test
  void where_nothing_was_stopped_nothing_comes_back() {
    Reply reply = say("#nhanlai", TestProvince.MY_THO);

    assertThat(reply.changes()).isEmpty();
    assertThat(text(reply)).contains("10 phút");
  }

  @Test
  void a_stop_of_nothing_offers_nothing_back() {
    assertThat(payloads(say("dừng"))).isEmpty();
    assertThat(payloads(say("dừng mỹ tho", TestProvince.XUAN_HOA))).isEmpty();
  }

  private static Profile justStopped(List<StationId> stations) {
    return new Profile(
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Profile.Phone.NEVER_ASKED,
        new Stopped(
            stations,
            List.of(new Limit(TestProvince.MY_THO, Side.ABOVE, 1)),
            List.of(CODE),
            List.of(),
            false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "đúng",
        "dung roi",
        "dung vay",
        "đúng vậy",
        "dung do em",
        "dung the",
        "đúng rồi cảm ơn"
      })
  void who_only_says_yes_stops_nothing(String yes) {
    assertThat(say(yes, TestProvince.XUAN_HOA).changes())
        .doesNotHaveAnyElementsOfTypes(UnsubscribeAll.class, Unsubscribe.class);
  }

  @Test
  void one_station_alone_can_be_stopped() {
    Reply reply = say("dừng xuân hòa", TestProvince.XUAN_HOA, TestProvince.MY_THO);

    assertThat(text(reply)).contains("trạm Xuân Hòa").doesNotContain("Mỹ Tho");
    assertThat(reply.changes()).containsExactly(new Unsubscribe(TestProvince.XUAN_HOA));
    assertThat(payloads(reply)).containsExactly("#nhanlai");
  }

  @Test
  void stopping_what_never_began_is_told_so() {
    assertThat(text(say("dừng xuân hòa"))).contains("không có gì phải ngưng");
    assertThat(text(say("stop"))).contains("không có gì phải ngưng");
  }

  @Test
  void ones_alerts_are_listed_with_a_way_to_stop_each() {
    Reply reply = say("cảnh báo của tôi", TestProvince.XUAN_HOA, new StationId("gone"));

    assertThat(text(reply)).contains("Xuân Hòa, gone");
    assertThat(payloads(reply)).containsExactly("#dung xuan-hoa");
  }
}
