package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Consent;
import vn.vam.core.citizen.PhoneNumber;
import vn.vam.core.citizen.Profile;
import vn.vam.core.citizen.Profile.Phone;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.citizen.ProfileChange.AgreeNumber;
import vn.vam.core.citizen.ProfileChange.KeepNumber;
import vn.vam.core.citizen.ProfileChange.OfferNumber;
import vn.vam.core.citizen.Stopped;

/** Telephone numbers that citizens leave, and what they agreed to. */
class KeepingNumbers {
  private static final KeepNumber NUMBER = new KeepNumber(new PhoneNumber("84912345678"));
  private static final AgreeNumber CONSENT = new AgreeNumber("Tôi đồng ý cho giữ số");

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void that_somebody_was_asked_is_kept_whatever_they_say() {
    assertThat(profile().phone()).isEqualTo(Phone.NEVER_ASKED);

    happens(new OfferNumber());

    assertThat(profile().phone()).isEqualTo(Phone.ASKED);
    assertThat(profile().consents()).isEmpty();
  }

  @Test
  void a_number_is_kept_with_the_words_agreed_to_and_told_by_its_end_alone() {
    happens(new OfferNumber(), CONSENT, NUMBER);

    assertThat(profile().phone()).isEqualTo(Phone.KEPT);
    assertThat(profile().consents())
        .containsExactlyInAnyOrder(
            new Consent(CONSENT.consent(), NOON), new Consent("Số điện thoại …678", NOON));
  }

  @Test
  void who_takes_it_back_or_stops_everything_leaves_neither_and_is_not_asked_again() {
    for (ProfileChange end :
        List.of(new ProfileChange.ForgetNumber(), new ProfileChange.UnsubscribeAll())) {
      happens(CONSENT, NUMBER);
      happens(end);

      assertThat(profile().phone()).isEqualTo(Phone.ASKED);
      assertThat(profile().consents()).isEmpty();
    }
  }

  @Test
  void a_number_that_is_taken_back_is_gone_at_once() {
    happens(CONSENT, NUMBER);
    happens(new ProfileChange.ForgetNumber());

    assertThat(state.bytesOnDisk()).doesNotContain("84912345678");
  }

  @Test
  void a_number_that_was_stopped_with_everything_is_gone_when_the_stop_cannot_be_taken_back() {
    happens(CONSENT, NUMBER);
    happens(new ProfileChange.UnsubscribeAll());
    state.citizens().profile("another", NOON.plus(Stopped.LASTS).plusMillis(1));

    assertThat(state.bytesOnDisk()).doesNotContain("84912345678");
  }

  @Test
  void who_is_erased_was_never_asked() {
    happens(CONSENT, NUMBER);
    happens(new ProfileChange.Erase());

    assertThat(profile().phone()).isEqualTo(Phone.NEVER_ASKED);
    assertThat(state.bytesOnDisk()).doesNotContain("84912345678", "cho giữ số");
  }

  @Test
  void a_filled_form_waits_for_its_answer_and_is_no_word_in_the_chat() {
    state.inbox().accept("form", new CitizenEvent.GaveNumber("u1", "0912345678", NOON), NOON);

    assertThat(state.inbox().waiting(10))
        .extracting(waiting -> waiting.event())
        .containsExactly(new CitizenEvent.GaveNumber("u1", "0912345678", NOON));
    assertThat(state.ask("SELECT count(*) FROM contact")).isEqualTo("0");
  }

  private void happens(ProfileChange... changes) {
    state.answers("event " + System.nanoTime(), "u1", List.of(), changes);
  }

  private Profile profile() {
    return state.citizens().profile("u1", NOON);
  }
}
