package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.vam.sqlite.state.StateFile.NOON;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.Consent;
import vn.vam.core.citizen.OpenQuestion;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Followed;
import vn.vam.core.dossier.Standing;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Way;

/** Dossiers that citizens follow, and what they are told of them, in the state file. */
class KeepingFollowedDossiers {
  private static final DossierCode CODE = new DossierCode("H58.20-260312-0015");
  private static final DossierCode OTHER = new DossierCode("H58.20-260312-0016");
  private static final Duration EVERY = Duration.ofMinutes(30);
  private static final Instant LATER = NOON.plus(EVERY);
  private static final Standing IN_PROGRESS =
      new Standing(Optional.of(DossierState.IN_PROGRESS), "", Optional.of(LATER), false);
  private static final Standing FINISHED =
      new Standing(Optional.of(DossierState.FINISHED), "", Optional.empty(), false);
  private static final Standing OF_ITS_OWN =
      new Standing(Optional.empty(), "Chờ ký duyệt", Optional.of(LATER), true);

  @TempDir Path folder;
  private StateFile state;
  private final List<String> sent = new ArrayList<>();
  private int events;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Nested
  class Following {
    @Test
    void is_kept_with_the_words_and_the_time_and_survives_a_restart() {
      follows("u1", CODE);
      state.reopen();

      Followed kept = only("u1");
      assertThat(kept.code()).isEqualTo(CODE);
      assertThat(kept.told()).isEqualTo(IN_PROGRESS);
      assertThat(kept.until()).isEqualTo(NOON.plus(Duration.ofDays(180)));
      assertThat(state.citizens().profile("u1", NOON).consents())
          .containsExactly(new Consent("Tôi đồng ý", NOON));
    }

    @Test
    void twice_is_once() {
      follows("u1", CODE);
      follows("u1", CODE);

      assertThat(state.followed().count()).isEqualTo(1);
    }

    @Test
    void ends_for_one_dossier_for_all_or_with_everything() {
      follows("u1", CODE);
      follows("u1", OTHER);
      follows("u2", CODE);

      changes("u1", new ProfileChange.StopDossiers(Optional.of(CODE)));
      assertThat(only("u1").code()).isEqualTo(OTHER);
      changes("u1", new ProfileChange.StopDossiers(Optional.empty()));
      assertThat(state.citizens().profile("u1", NOON).dossiers()).isEmpty();
      changes("u2", new ProfileChange.UnsubscribeAll());
      assertThat(state.followed().count()).isZero();
    }
  }

  @Nested
  class TheNextToAskFor {
    @Test
    void is_the_one_that_waits_longest_and_none_before_its_time() {
      follows("u1", CODE);
      follows("u2", CODE);

      assertThat(state.followed().next(EVERY, NOON)).isEmpty();
      Followed first = state.followed().next(EVERY, LATER).orElseThrow();
      assertThat(first.citizen()).isEqualTo("u1");
      state.followed().asked(first, LATER);
      Followed second = state.followed().next(EVERY, LATER).orElseThrow();
      assertThat(second.citizen()).isEqualTo("u2");
      state.followed().asked(second, LATER);
      assertThat(state.followed().next(EVERY, LATER)).isEmpty();
    }

    @Test
    void does_not_wait_for_a_clock_that_was_set_back() {
      follows("u1", CODE);

      assertThat(state.followed().next(EVERY, NOON.minus(Duration.ofDays(1)))).isPresent();
    }
  }

  @Nested
  class AChange {
    @Test
    void is_told_once_however_often_it_is_seen() {
      follows("u1", CODE);
      Followed before = only("u1");

      state.followed().tell(before, FINISHED, draft(before, "xong"), LATER);
      state.reopen();
      state.followed().tell(before, FINISHED, draft(before, "xong"), LATER);

      assertThat(state.leasedTexts(LATER)).containsExactly("xong");
      assertThat(only("u1").told()).isEqualTo(FINISHED);
      assertThat(only("u1").changes()).isEqualTo(1);
    }

    @Test
    void is_told_again_when_it_comes_again() {
      follows("u1", CODE);

      tells(FINISHED, "một");
      tells(IN_PROGRESS, "hai");
      tells(FINISHED, "ba");

      assertThat(sent).containsExactly("một", "hai", "ba");
    }

    @Test
    void is_kept_with_the_offices_own_words_and_dates() {
      follows("u1", CODE);
      state.followed().tell(only("u1"), OF_ITS_OWN, draft(only("u1"), "trễ"), LATER);

      assertThat(only("u1").told()).isEqualTo(OF_ITS_OWN);
    }

    @Test
    void is_neither_known_nor_told_where_the_disk_takes_no_message() {
      follows("u1", CODE);
      Followed before = only("u1");
      state.breaks("outbox");
      assertThatThrownBy(
              () -> state.followed().tell(before, FINISHED, draft(before, "xong"), LATER))
          .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("u1", "xong"));
      state.heals();

      assertThat(only("u1").told()).isEqualTo(IN_PROGRESS);
      state.followed().tell(only("u1"), FINISHED, draft(before, "xong"), LATER);
      assertThat(state.leasedTexts(LATER)).containsExactly("xong");
    }

    @Test
    void takes_the_place_of_one_that_has_not_left_yet() {
      follows("u1", CODE);
      state.followed().tell(only("u1"), OF_ITS_OWN, draft(only("u1"), "cũ"), LATER);
      state.followed().tell(only("u1"), FINISHED, draft(only("u1"), "mới"), LATER);

      assertThat(state.leasedTexts(LATER)).containsExactly("mới");
    }

    @Test
    void seen_after_somebody_stopped_is_told_to_nobody() {
      follows("u1", CODE);
      Followed before = only("u1");
      state.followed().tell(before, OF_ITS_OWN, draft(before, "cũ"), LATER);
      changes("u1", new ProfileChange.StopDossiers(Optional.of(CODE)));

      state.followed().tell(before, FINISHED, draft(before, "xong"), LATER);
      state.followed().end(before, draft(before, "hết"), LATER);

      assertThat(state.leasedTexts(LATER)).isEmpty();
    }

    @Test
    void that_ends_a_dossier_ends_following_it_with_a_last_message() {
      follows("u1", CODE);
      Followed before = only("u1");

      state.followed().end(before, draft(before, "hết"), LATER);
      state.followed().end(before, draft(before, "hết"), LATER);

      assertThat(state.citizens().profile("u1", LATER).dossiers()).isEmpty();
      assertThat(state.leasedTexts(LATER)).containsExactly("hết");
    }
  }

  @Test
  void who_is_erased_leaves_nothing_of_it_on_disk() {
    changes("u-470011", new ProfileChange.Ask(new OpenQuestion.MayFollow(CODE)));
    follows("u-470011", CODE);
    Followed before = only("u-470011");
    state
        .followed()
        .tell(before, FINISHED, draft(before, "hồ sơ " + CODE.value() + " của u-470011"), LATER);
    changes("u-470011", new ProfileChange.Erase());

    assertThat(state.followed().count()).isZero();
    assertThat(state.bytesOnDisk()).doesNotContain("470011", CODE.value());
  }

  /** As a log shows it. */
  private static String stackTrace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private void tells(Standing standing, String words) {
    Followed before = only("u1");
    state.followed().tell(before, standing, draft(before, words), LATER);
    OutboxMessage message = state.lease(LATER);
    sent.add(message.draft().text());
    state
        .outbox()
        .settle(message, new Delivery.Delivered("m" + sent.size(), Way.CONSULTATION), LATER);
  }

  private Followed only(String citizen) {
    List<Followed> all = state.citizens().profile(citizen, NOON).dossiers();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static Draft draft(Followed followed, String words) {
    return new Draft(
        followed.messages() + followed.changes(),
        followed.citizen(),
        words,
        List.of(),
        0,
        Optional.empty());
  }

  private void follows(String citizen, DossierCode code) {
    changes(
        citizen,
        new ProfileChange.FollowDossier(
            code, IN_PROGRESS, NOON.plus(Duration.ofDays(180)), "Tôi đồng ý"));
  }

  private void changes(String citizen, ProfileChange... changes) {
    events++;
    state.answers("event " + events, citizen, List.of(), changes);
  }
}
