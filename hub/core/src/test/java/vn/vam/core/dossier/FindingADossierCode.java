package vn.vam.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingADossierCode {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "H15.50.05.13-261008-0975,H15.50.05.13-261008-0975",
    "h15.50.05.13-261008-0975,H15.50.05.13-261008-0975",
    "hồ sơ H15.50.05.13-261008-0975 tới đâu rồi,H15.50.05.13-261008-0975",
    "H15.50.05.13 - 261008 – 0975,H15.50.05.13-261008-0975",
    "(H15.50-261008-0975),H15.50-261008-0975",
    "H15-261008-0975.,H15-261008-0975",
    "000.00.12.H15-261008-0975,000.00.12.H15-261008-0975",
    "000.15.12.H15-261008-00975,000.15.12.H15-261008-00975",
    "https://x.vn/?ma=H15.50.05.13-261008-0975&x=1,H15.50.05.13-261008-0975"
  })
  void it_is_found_however_people_write_it(String text, String code) {
    assertThat(DossierCode.findIn(text)).contains(new DossierCode(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "độ mặn xuân hòa",
        "H15.50.05.13",
        "H15-2610-0975",
        "H15-261008-097",
        "H15-261008-12345678",
        "XH15-261008-0975",
        "15-261008-0975"
      })
  void other_text_holds_none(String text) {
    assertThat(DossierCode.findIn(text)).isEmpty();
  }

  @Test
  void of_two_codes_the_first_is_meant() {
    assertThat(DossierCode.findIn("H15-261008-0001 và H15-261008-0002"))
        .contains(new DossierCode("H15-261008-0001"));
  }

  @Test
  void a_code_far_behind_in_a_long_text_is_not_looked_for() {
    assertThat(DossierCode.findIn(" ".repeat(2_000) + "H15-261008-0001")).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void what_is_found_in_any_text_is_found_again_in_itself(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Optional<DossierCode> found = DossierCode.findIn(text(random));

      assertThat(found.flatMap(code -> DossierCode.findIn(code.value()))).isEqualTo(found);
    }
  }

  private static String text(Random random) {
    List<String> pieces =
        List.of("H15", ".50", "-261008", "-0975", "-", "000.", "12.", " ", "ß", "😀");
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(300); i >= 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  @Test
  void text_around_it_makes_no_code() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DossierCode(" H15-261008-0975"))
        .withMessage("not a dossier code");
  }

  @Test
  void it_prints_nothing_of_itself() {
    assertThat(new DossierCode("H15-261008-0975")).hasToString("DossierCode");
  }
}
