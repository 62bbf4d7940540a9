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
            new TryLimits(2, 3, Duration.ofHours(1)),
            (outcome, agency) -> {});

    assertThat(look(lookUps, "u1", NOON)).isInstanceOf(LookUp.NotFound.class);
    assertThat(look(lookUps, "u1", NOON)).isInstanceOf(LookUp.NotFound.class);
    assertThat(look(lookUps, "u1", NOON)).isInstanceOf(LookUp.TooManyTries.class);
    assertThat(look(lookUps, "u2", NOON)).isInstanceOf(LookUp.NotFound.class);
    assertThat(look(lookUps, "u3", NOON)).as("the code").isInstanceOf(LookUp.TooManyTries.class);
    assertThat(look(lookUps, "u1", NOON.plusSeconds(3_600))).isInstanceOf(LookUp.NotFound.class);
  }

  private static LookUp look(LookUps lookUps, String citizen, Instant now) {
    return lookUps.find(citizen, CODE, Optional.of(new Proof("0000")), now);
  }
}
