package vn.vam.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingNumbersAndTimes {
  private static final Instant NOON = Instant.parse("2026-03-12T05:05:00Z");

  @ParameterizedTest
  @CsvSource({
    "4.2, '4,2'",
    "4, 4",
    "0.625, '0,63'",
    "0.6, '0,6'",
    "-1.5, '-1,5'",
    "-0.001, 0",
    "0, 0",
    "100, 100",
    "1250, 1.250",
    "1234567.891, '1.234.567,89'",
  })
  void numbers_have_a_decimal_comma_and_two_decimals_at_most(double value, String text) {
    assertThat(VietnameseNumber.of(value)).isEqualTo(text);
  }

  @Test
  void moments_are_on_the_clock_of_viet_nam() {
    assertThat(VietnameseTime.moment(NOON)).isEqualTo("12:05 ngày 12/3");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-12T08:00:00Z, 12:05 hôm nay",
    "2026-03-12T16:59:59Z, 12:05 hôm nay",
    "2026-03-12T17:00:00Z, 12:05 hôm qua",
    "2026-03-20T00:00:00Z, 12:05 ngày 12/3",
    "2027-01-01T00:00:00Z, 12:05 ngày 12/3/2026",
  })
  void moments_are_told_from_where_we_stand(Instant now, String text) {
    assertThat(VietnameseTime.moment(NOON, now)).isEqualTo(text);
  }

  @Test
  void a_date_has_an_hour_only_where_it_is_known() {
    assertThat(VietnameseTime.date(Instant.parse("2026-03-11T17:00:00Z"))).isEqualTo("12/3/2026");
    assertThat(VietnameseTime.date(NOON)).isEqualTo("12:05 ngày 12/3/2026");
  }

  @ParameterizedTest
  @CsvSource({"PT2H, 2 giờ", "PT30M, 30 phút", "PT90M, 90 phút", "PT5S, 5 giây"})
  void spans_need_no_fraction(Duration span, String text) {
    assertThat(VietnameseTime.span(span)).isEqualTo(text);
  }
}
