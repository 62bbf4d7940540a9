package vn.vam.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypingACodeInAHurry {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "H58 20 260312 0015",
        "h58.20.260312.0015",
        "mã hs: H58.20-260312-0015 ạ",
        "H58.20 260312 0015 xong chưa",
        "h58 . 20 - 260312 - 0015",
        "H58.2O-26O312-OO15",
        "h58/20/260312/0015",
        "hồ sơ h58,20,260312,0015 với 1234"
      })
  void is_as_good_as_the_one_on_the_receipt(String typed) {
    assertThat(DossierCode.findIn(TypedCode.spelledOut(typed)))
        .contains(new DossierCode("H58.20-260312-0015"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xuân hòa 2 3 2026",
        "H58 20",
        "a1 0912345678",
        "h58 20 269912 0015",
        "gọi 0912 345678 0015",
        "mặn 1.5 2.6 260312 0015"
      })
  void other_numbers_are_no_codes(String typed) {
    assertThat(TypedCode.spelledOut(typed)).isEqualTo(typed);
  }
}
