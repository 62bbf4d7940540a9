package vn.vam.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CuttingTexts {
  @Test
  void what_is_short_enough_stays() {
    assertThat(Cut.to("Xuân", 4)).isEqualTo("Xuân");
  }

  @Test
  void what_is_longer_ends_there() {
    assertThat(Cut.to("Xuân Hòa", 4)).isEqualTo("Xuân");
  }

  @Test
  void a_character_of_two_units_is_never_cut_through() {
    assertThat(Cut.to("ab𠀀", 3)).isEqualTo("ab");
    assertThat(Cut.to("ab𠀀c", 4)).isEqualTo("ab𠀀");
  }
}
