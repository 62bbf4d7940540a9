package vn.vam.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingPlates {
  @ParameterizedTest
  @CsvSource({
    "63A-123.45,63A-***.45",
    "63a12345,63A-***.45",
    "63A-1234,63A-***.34",
    "63-B1 234.56,63B-***.56",
    "51LD-678.90,51LD-***.90"
  })
  void leaves_the_province_and_the_last_two_digits(String plate, String masked) {
    assertThat(MaskedPlate.of(plate).text()).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KV-12-34", "AB123CD", "63A", "", "63A-123.456.789", "***"})
  void leaves_nothing_of_any_other_plate(String plate) {
    assertThat(MaskedPlate.of(plate).text()).isEqualTo("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"63A-123.45", "63A-*23.45", "63A-***.345", ""})
  void a_plate_cannot_pass_for_masked(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MaskedPlate(text))
        .withMessageNotContaining("123");
  }

  @Test
  void a_masked_plate_stays_as_it_is() {
    assertThat(new MaskedPlate("63A-***.45")).hasToString("63A-***.45");
  }
}
