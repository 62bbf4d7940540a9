package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.citizen.CitizenEvent.GaveNumber;
import vn.vam.core.citizen.CitizenEvent.Said;
import vn.vam.core.citizen.Profile.Phone;
import vn.vam.core.citizen.ProfileChange.AgreeNumber;
import vn.vam.core.citizen.ProfileChange.Ask;
import vn.vam.core.citizen.ProfileChange.ForgetNumber;
import vn.vam.core.citizen.ProfileChange.KeepNumber;
import vn.vam.core.citizen.ProfileChange.OfferNumber;
import vn.vam.core.citizen.ProfileChange.Subscribe;
import vn.vam.core.citizen.ProfileChange.UnsubscribeAll;
import vn.vam.core.dossier.PhotoSource.Fetched;
import vn.vam.core.dossier.ReceiptReader.Sight;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Shown;

/** So that an alert comes through when the chat is closed. */
class LeavingANumber {
  private static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");
  private static final OpenQuestion ASKED = new OpenQuestion.GiveNumber();

  private boolean numbersAreReached = true;
  private Phone phone = Phone.NEVER_ASKED;
  private Optional<OpenQuestion> open = Optional.empty();

  @ParameterizedTest
  @ValueSource(strings = {"nhận cảnh báo xuân hòa", "báo tôi khi xuân hòa trên 1"})
  void who_wants_to_be_told_is_asked_behind_the_answer(String text) {
    Reply reply = say(text);

    assertThat(reply.messages()).hasSize(2);
    assertThat(reply.messages().getLast().text()).contains("số điện thoại", "không hỏi lại");
    assertThat(reply.messages().getLast().buttons())
        .extracting(Button::payload)
        .containsExactly("#sodienthoai", "#sodienthoai khong");
    assertThat(reply.changes()).contains(new OfferNumber()).endsWith(new Ask(ASKED));
  }

  @Test
  void nobody_is_asked_twice() {
    phone = Phone.ASKED;
    assertThat(say("nhận cảnh báo xuân hòa").messages()).hasSize(1);

    phone = Phone.KEPT;
    assertThat(say("báo tôi khi xuân hòa trên 1").messages()).hasSize(1);
  }

  @Test
  void nobody_is_asked_for_what_could_not_be_used_or_who_asks_for_nothing() {
    assertThat(say("độ mặn xuân hòa").changes()).doesNotContain(new OfferNumber());

    numbersAreReached = false;
    assertThat(say("nhận cảnh báo xuân hòa").messages()).hasSize(1);
    assertThat(say("để lại số điện thoại").messages().getFirst().shown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"có", "co", "dạ có", "ừ gửi đi", "ok em", "0912 345 678", "#sodienthoai"})
  void who_agrees_gets_the_form_and_their_words_are_kept(String text) {
    open = Optional.of(ASKED);

    Reply reply = say(text);

    String consent = ((AgreeNumber) reply.changes().getFirst()).consent();
    assertThat(consent).contains("Tôi đồng ý", "DỪNG");
    assertThat(reply.messages().getFirst().shown())
        .contains(new Shown.Form("Số điện thoại nhận cảnh báo", consent));
    assertThat(reply.messages().getFirst().text()).contains("mỗi tuần một lần");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "không",
        "khong",
        "ko",
        "thôi",
        "dạ thôi",
        "khỏi",
        "không cần đâu",
        "#sodienthoai khong"
      })
  void who_does_not_want_to_goes_on_being_told(String text) {
    open = Optional.of(ASKED);

    Reply reply = say(text);

    assertThat(reply.messages().getFirst().text()).contains("Cảnh báo vẫn tới đây");
    assertThat(reply.changes()).containsExactly(new ProfileChange.AskNothing());
  }

  @Test
  void who_says_something_else_has_changed_the_subject() {
    open = Optional.of(ASKED);

    assertThat(say("dừng").changes()).contains(new UnsubscribeAll());
    assertThat(say("nhận cảnh báo mỹ tho").changes())
        .anyMatch(change -> change instanceof Subscribe);
    assertThat(say("có ai trực không").changes())
        .noneMatch(change -> change instanceof AgreeNumber);
  }

  @ParameterizedTest
  @ValueSource(strings = {"để lại số điện thoại", "de lai sdt", "nhận tin qua số điện thoại"})
  void it_can_be_left_at_any_time(String text) {
    phone = Phone.ASKED;

    assertThat(say(text).messages().getFirst().shown()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bỏ số điện thoại", "xoa so dien thoai cua toi", "#sodienthoai xoa"})
  void it_can_be_taken_back_at_any_time(String text) {
    phone = Phone.KEPT;

    assertThat(say(text).changes()).contains(new ForgetNumber());
  }

  @ParameterizedTest
  @CsvSource({
    "84912345678, 84912345678",
    "0912 345 678, 84912345678",
    "+84 912.345.678, 84912345678",
    "(091) 234-5678, 84912345678"
  })
  void what_the_form_tells_is_kept_however_it_is_written(String written, String digits) {
    Reply reply = answer(new GaveNumber("u1", written, NOW));

    assertThat(reply.changes()).containsExactly(new KeepNumber(new PhoneNumber(digits)));
    assertThat(reply.messages().getFirst().text()).contains("…678").doesNotContain("345");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "", "không có", "0912345678901", "84 91234567x"})
  void what_is_no_number_is_not_kept(String written) {
    Reply reply = answer(new GaveNumber("u1", written, NOW));

    assertThat(reply.changes()).isEmpty();
    assertThat(reply.messages().getFirst().text()).contains("chưa đúng", "0912 345 678");
  }

  @Test
  void nothing_that_is_printed_tells_a_number() {
    PhoneNumber number = new PhoneNumber("84912345678");

    assertThat(List.of(number, new KeepNumber(number), new GaveNumber("u1", "0912345678", NOW)))
        .allSatisfy(one -> assertThat(one.toString()).doesNotContain("345"));
  }

  private Reply say(String text) {
    return answer(new Said("u1", text, NOW));
  }

  private Reply answer(CitizenEvent event) {
    return new Conversation(
            TestProvince.registry(),
            new LatestReadings(Duration.ofHours(3)),
            History.NONE,
            Talk.emptyOffice(),
            new Receipts(one -> new Fetched.Missing(""), one -> new Sight.Unread("")),
            Feeds.NONE,
            TestProvince.rules(),
            Duration.ofHours(3),
            ChatSettings.USUAL.askingForNumber(numbersAreReached))
        .answer(
            event,
            new Profile(
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                open,
                List.of(),
                phone,
                Stopped.NOTHING),
            NOW);
  }
}
