package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.citizen.ProfileChange.Erase;

/** What is held of somebody is told, and erased when asked. */
class KnowingOnesRights extends InConversation {
  private final Consent consent =
      new Consent("Tôi đồng ý nhận tin", Instant.parse("2026-01-02T03:00:00Z"));

  @Test
  void what_is_held_is_told_in_plain_words() {
    Profile profile =
        new Profile(
            List.of(TestProvince.XUAN_HOA),
            List.of(),
            List.of(),
            Optional.of(Quiet.between(LocalTime.of(22, 0), LocalTime.of(5, 0))),
            Optional.empty(),
            List.of(consent));

    String held = text(say("bạn giữ gì về tôi", profile));

    assertThat(held)
        .contains("“Tôi đồng ý nhận tin”", "2/1/2026", "từ 22:00 đến 5:00", "Zalo")
        .contains("xóa thông tin của tôi");
  }

  @Test
  void who_is_not_known_is_told_so() {
    assertThat(text(say("bạn giữ gì về tôi"))).contains("chưa giữ gì");
  }

  @Test
  void erasing_is_asked_twice() {
    Reply asked = say("xóa thông tin của tôi");
    assertThat(asked.changes())
        .containsExactly(new ProfileChange.Ask(new OpenQuestion.ReallyErase()));
    assertThat(payloads(asked)).containsExactly("#xoathongtin chacchan");

    assertThat(say("có", asked(new OpenQuestion.ReallyErase())).changes())
        .containsExactly(new Erase());
    assertThat(say("#xoathongtin chacchan").changes()).containsExactly(new Erase());
    assertThat(say("thôi", asked(new OpenQuestion.ReallyErase())).changes())
        .doesNotContain(new Erase());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "không đúng",
        "khong",
        "đừng xóa",
        "dung xoa",
        "dung",
        "dung roi",
        "dừng",
        "chưa chắc",
        "xóa rồi sao",
        "khoi xoa",
        "độ mặn xuân hòa"
      })
  void nothing_is_erased_by_what_may_mean_something_else(String said) {
    assertThat(say(said, asked(new OpenQuestion.ReallyErase())).changes())
        .doesNotContain(new Erase());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "có",
        "co",
        "đúng",
        "đúng rồi",
        "dạ có",
        "ừ xóa đi",
        "ok",
        "chắc chắn",
        "đồng ý nha",
        "co xoa thong tin cua toi"
      })
  void a_plain_yes_erases(String said) {
    assertThat(say(said, asked(new OpenQuestion.ReallyErase())).changes())
        .containsExactly(new Erase());
  }

  @Test
  void asked_whether_all_shall_be_erased_who_types_dung_is_asked_again_and_stops_no_alert() {
    assertThat(say("dung", asked(new OpenQuestion.ReallyErase())).changes())
        .containsExactly(new ProfileChange.Ask(new OpenQuestion.ReallyErase()));
  }

  private Reply say(String text, Profile profile) {
    return conversation.answer(new CitizenEvent.Said("u1", text, NOW), profile, NOW);
  }

  private Reply say(String text) {
    return say(text, Profile.EMPTY);
  }
}
