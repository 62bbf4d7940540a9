package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In what anybody may have written, such as a topic. */
class HidingTelephoneNumbers {
  @ParameterizedTest
  @CsvSource({
    "loggers/0912345678/data, loggers/…678/data",
    "sms/84912345678, sms/…678",
    "+84 912 345 678, …678",
    "gọi 0912.345.678 hoặc 091 234 5678, gọi …678 hoặc …678"
  })
  void leaves_their_last_three_digits(String said, String shown) {
    assertThat(PhoneNumber.isIn(said)).isTrue();
    assertThat(PhoneNumber.hiddenIn(said)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/1/device/0912345678abcdef/event/up",
        "1773291600.250-ab",
        "0.912345678",
        "860912345678901",
        "vam/v1/salinity/xuan-hoa-1",
        "meters/0112345678"
      })
  void leaves_other_digits_alone(String said) {
    assertThat(PhoneNumber.isIn(said)).isFalse();
    assertThat(PhoneNumber.hiddenIn(said)).isEqualTo(said);
  }
}
