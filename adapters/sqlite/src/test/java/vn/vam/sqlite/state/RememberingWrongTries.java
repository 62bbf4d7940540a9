package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.Proof;
import vn.vam.core.dossier.TryLimits;

class RememberingWrongTries {
  private static final DossierCode CODE = new DossierCode("H58.20-260312-0015");
  private static final DossierCode OTHER = new DossierCode("H58.20-260312-0016");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant BEFORE = NOON.minusSeconds(1);

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
  void they_are_counted_by_citizen_and_by_code_and_survive_a_restart() {
    state.tries().wrong("u1", CODE, NOON, HOUR);
    state.tries().wrong("u1", OTHER, NOON, HOUR);
    state.tries().wrong("u2", CODE, NOON, HOUR);

    state.reopen();

    assertThat(state.tries().byCitizen("u1", BEFORE)).isEqualTo(2);
    assertThat(state.tries().byCitizen("u2", BEFORE)).isEqualTo(1);
    assertThat(state.tries().atCode(CODE, BEFORE)).isEqualTo(2);
    assertThat(state.tries().atCode(OTHER, NOON)).isZero();
  }

  @Test
  void whoever_was_wrong_too_often_waits_after_a_restart_too() {
    assertThat(looks(NOON)).isEqualTo(new LookUp.NotFound());
    assertThat(looks(NOON)).isEqualTo(new LookUp.NotFound());

    state.reopen();

    assertThat(looks(NOON)).isEqualTo(new LookUp.TooManyTries());
    assertThat(looks(NOON.plus(HOUR))).isEqualTo(new LookUp.NotFound());
  }

  private LookUp looks(Instant now) {
    LookUps lookUps =
        new LookUps(
            (code, proof) -> new LookUp.NotFound(),
            state.tries(),
            new TryLimits(2, 10, 60, HOUR),
            (outcome, agency) -> {});
    return lookUps.find("u1", CODE, Optional.of(new Proof("0000")), now);
  }

  @Test
  void those_that_count_no_longer_are_forgotten() {
    state.tries().wrong("u1", CODE, NOON, HOUR);

    state.tries().wrong("u2", OTHER, NOON.plus(HOUR), HOUR);

    assertThat(state.ask("SELECT count(*) FROM wrong_try")).isEqualTo("2");
    assertThat(state.tries().byCitizen("u1", BEFORE)).isZero();
  }

  @Test
  void who_is_erased_buys_no_new_tries_by_it() {
    state.tries().wrong("u1", CODE, NOON, HOUR);
    state.tries().right("u1", NOON, HOUR);

    state.answers("event-1", "u1", List.of(), new ProfileChange.Erase());

    assertThat(state.tries().byCitizen("u1", BEFORE)).isEqualTo(1);
    assertThat(state.tries().wasWrong("u1", CODE, BEFORE)).isTrue();
    assertThat(state.tries().shown("u1", BEFORE)).isEqualTo(1);
  }

  @Test
  void what_counts_no_longer_is_deleted_by_the_next_look_up_of_anybody() {
    state.tries().wrong("u1", CODE, NOON, HOUR);
    state.tries().right("u1", NOON, HOUR);
    state.answers("event-1", "u1", List.of(), new ProfileChange.Erase());

    state.tries().byCitizen("u2", NOON);
    state.tries().shown("u2", NOON);

    assertThat(state.ask("SELECT count(*) FROM wrong_try")).isEqualTo("0");
    assertThat(state.ask("SELECT count(*) FROM shown_dossier")).isEqualTo("0");
  }

  @Test
  void who_was_wrong_at_a_code_and_who_was_shown_how_many_survives_a_restart() {
    state.tries().wrong("u1", CODE, NOON, HOUR);
    state.tries().right("u1", NOON, HOUR);
    state.tries().right("u1", NOON, HOUR);

    state.reopen();

    assertThat(state.tries().wasWrong("u1", CODE, BEFORE)).isTrue();
    assertThat(state.tries().wasWrong("u1", CODE, NOON)).isFalse();
    assertThat(state.tries().wasWrong("u1", OTHER, BEFORE)).isFalse();
    assertThat(state.tries().wasWrong("u2", CODE, BEFORE)).isFalse();
    assertThat(state.tries().shown("u1", BEFORE)).isEqualTo(2);
    assertThat(state.tries().shown("u2", BEFORE)).isZero();
  }

  @Test
  void what_was_shown_and_counts_no_longer_is_forgotten() {
    state.tries().right("u1", NOON, HOUR);

    state.tries().right("u3", NOON.plus(HOUR), HOUR);
    assertThat(state.ask("SELECT count(*) FROM shown_dossier")).isEqualTo("1");
  }

  @Test
  void they_tell_neither_the_citizen_nor_the_code() {
    state.tries().wrong("u-4700114455", CODE, NOON, HOUR);

    assertThat(state.bytesOnDisk()).doesNotContain("4700114455", CODE.value());
  }
}
