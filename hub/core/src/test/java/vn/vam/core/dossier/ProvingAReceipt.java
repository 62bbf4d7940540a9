package vn.vam.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.dossier.Dossiers.LookUp;

class ProvingAReceipt {
  private static final DossierCode CODE = new DossierCode("H58.20-260312-0015");
  private static final Proof RIGHT = new Proof("K7QM");
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "k7qm, K7QM",
    "mã tra cứu: K7QM nha, K7QM",
    "3456, 3456",
    "số điện thoại 0900 123 456, 0900123456",
    "sđt 0900.123.456, 0900123456",
    "+84 900 123 456, 0900123456",
    "xkqm, XKQM",
    "xong chưa,",
    "xong,",
    "'',",
  })
  void is_found_in_what_people_write(String text, String proof) {
    assertThat(Proof.findIn(text).map(Proof::value)).isEqualTo(Optional.ofNullable(proof));
  }

  @Test
  void may_be_a_single_word_where_it_was_asked_for() {
    assertThat(Proof.answeredBy("xong").map(Proof::value)).contains("XONG");
    assertThat(Proof.answeredBy("là mã nào vậy")).isEmpty();
  }

  @Test
  void tries_are_forgiven_after_a_while() {
    LookUps lookUps =
        new LookUps(
            (code, proof) -> new LookUp.NotFound(),
            new RememberedTries(),
            new TryLimits(1, 3, 60, Duration.ofHours(1)),
            (outcome, agency) -> {});

    assertThat(look(lookUps, "u1", NOON)).isInstanceOf(LookUp.NotFound.class);
    assertThat(look(lookUps, "u1", NOON)).isInstanceOf(LookUp.TooManyTries.class);
    assertThat(look(lookUps, "u1", NOON.plusSeconds(3_600))).isInstanceOf(LookUp.NotFound.class);
  }

  @Test
  void strangers_who_guess_lock_out_those_who_guess_and_not_the_owner() {
    LookUps lookUps = office(new TryLimits(100, 3, 60, Duration.ofHours(1)));

    for (int i = 0; i < 3; i++) {
      assertThat(look(lookUps, "u1", NOON)).isInstanceOf(LookUp.NotFound.class);
    }
    assertThat(look(lookUps, "u1", NOON)).isInstanceOf(LookUp.TooManyTries.class);
    assertThat(prove(lookUps, "owner")).isInstanceOf(LookUp.Found.class);
    assertThat(look(lookUps, "u2", NOON)).as("one try each").isInstanceOf(LookUp.NotFound.class);
    assertThat(look(lookUps, "u2", NOON)).isInstanceOf(LookUp.TooManyTries.class);
  }

  @Test
  void five_times_as_many_lock_a_code_for_everybody() {
    LookUps lookUps = office(new TryLimits(100, 3, 60, Duration.ofHours(1)));

    for (int i = 0; i < 15; i++) {
      assertThat(look(lookUps, "stranger-" + i, NOON)).isInstanceOf(LookUp.NotFound.class);
    }

    assertThat(look(lookUps, "stranger-15", NOON)).isInstanceOf(LookUp.TooManyTries.class);
    assertThat(prove(lookUps, "owner")).isInstanceOf(LookUp.TooManyTries.class);
  }

  @Test
  void whoever_was_right_very_often_waits_too() {
    LookUps lookUps = office(new TryLimits(5, 10, 2, Duration.ofHours(1)));

    assertThat(prove(lookUps, "u1")).isInstanceOf(LookUp.Found.class);
    assertThat(prove(lookUps, "u1")).isInstanceOf(LookUp.Found.class);
    assertThat(prove(lookUps, "u1")).isInstanceOf(LookUp.TooManyTries.class);
    assertThat(prove(lookUps, "u2")).isInstanceOf(LookUp.Found.class);
  }

  /** One that shows the dossier for the right proof alone. */
  private static LookUps office(TryLimits limits) {
    LookUp shown =
        new LookUp.Found(
            new Dossier(
                CODE,
                "",
                "",
                "",
                "",
                Optional.of(DossierState.RECEIVED),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    return new LookUps(
        (code, proof) -> proof.equals(Optional.of(RIGHT)) ? shown : new LookUp.NotFound(),
        new RememberedTries(),
        limits,
        (outcome, agency) -> {});
  }

  private static LookUp prove(LookUps lookUps, String citizen) {
    return lookUps.find(citizen, CODE, Optional.of(RIGHT), NOON);
  }

  private static LookUp look(LookUps lookUps, String citizen, Instant now) {
    return lookUps.find(citizen, CODE, Optional.of(new Proof("0000")), now);
  }
}
