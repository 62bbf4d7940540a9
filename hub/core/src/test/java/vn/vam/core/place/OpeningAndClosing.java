package vn.vam.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningAndClosing {
  @ParameterizedTest(name = "{0} is open at {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "24/7                                   | 2026-11-26T03:00 | true",
        "07:00-17:00                            | 2026-11-26T06:59 | false",
        "07:00-17:00                            | 2026-11-26T07:00 | true",
        "07:00-17:00                            | 2026-11-26T17:00 | false",
        "Mo-Fr 07:00-11:30,13:30-17:00          | 2026-11-26T12:00 | false",
        "Mo-Fr 07:00-11:30, 13:30-17:00         | 2026-11-26T14:00 | true",
        "Mo-Fr 7:00-17:00; Sa 7:00-11:00        | 2026-11-28T10:00 | true",
        "Mo-Fr 7:00-17:00; Sa 7:00-11:00        | 2026-11-29T10:00 | false",
        "Mo-Su 08:00-17:00; We,Th off           | 2026-11-26T10:00 | false",
        "Sa-Mo 08:00-24:00                      | 2026-11-29T23:59 | true"
      })
  void goes_by_the_day_and_the_hour(String hours, LocalDateTime at, boolean open) {
    assertThat(OpeningHours.read(hours).orElseThrow().isOpen(at)).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sáng đến chiều",
        "25:00-26:00",
        "17:00-07:00",
        "Mo-Xx 07:00-17:00",
        "PH off",
        "07:00",
        "sunrise-sunset",
        "07:00-17:00;"
      })
  void what_is_not_understood_says_nothing(String hours) {
    assertThat(OpeningHours.read(hours)).isEmpty();
  }
}
