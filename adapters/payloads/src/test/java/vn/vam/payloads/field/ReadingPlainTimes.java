package vn.vam.payloads.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingPlainTimes {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-12T12:00:00Z",
        "2026-03-12T12:00:00+07:00",
        "2026-03-12T12:00:00.2-03:30",
        "2024-02-29T23:59:59.999+17:59",
        "2026-03-12T12:00:00.123456789Z",
        "0001-01-01T00:00:00-00:00"
      })
  void they_mean_what_the_library_says(String written) {
    assertThat(PlainTime.read(written)).contains(OffsetDateTime.parse(written).toInstant());
  }

  @Test
  void of_any_day_and_offset() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      Instant at = Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L));
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-1_000, 1_000) * 60);
      String written = at.plusNanos(random.nextInt(1_000_000_000)).atOffset(offset).toString();

      PlainTime.read(written)
          .ifPresent(read -> assertThat(read).isEqualTo(OffsetDateTime.parse(written).toInstant()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-03-12",
        "2026-03-12 12:00:00Z",
        "2026-03-12T12:00:00",
        "2026-03-12T12:00Z",
        "2026-03-12T12:00:00+0700",
        "2026-03-12T12:00:00+07:00:00",
        "2026-03-12T12:00:00.Z",
        "2026-03-12T12:00:00.1234567891Z",
        "2026-03-12T24:00:00Z",
        "2026-02-30T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-03-12T12:00:60Z",
        "2026-03-12T12:00:00+18:01",
        "+2026-03-12T12:00:00Z",
        "2026-03-12T12:00:00ZZ",
        "2026-03-12T12:00:00.٣Z"
      })
  void what_is_written_otherwise_is_left_to_others(String written) {
    assertThat(PlainTime.read(written)).isEmpty();
  }
}
