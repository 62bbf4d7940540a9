package vn.vam.sim.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheDayAResultIsDue {

  @ParameterizedTest(name = "{1} working days after {0} is {2}")
  @CsvSource({
    "2026-11-20T09:12:00+07:00, 1, 2026-11-23T09:12:00+07:00",
    "2026-11-23T09:12:00+07:00, 1, 2026-11-24T09:12:00+07:00",
    "2026-11-23T09:12:00+07:00, 5, 2026-11-30T09:12:00+07:00",
  })
  void leaves_out_saturdays_and_sundays(String received, int days, String due) {
    Instant from = OffsetDateTime.parse(received).toInstant();

    assertThat(OfficeHours.plusWorkingDays(from, days))
        .isEqualTo(OffsetDateTime.parse(due).toInstant());
  }

  @ParameterizedTest(name = "{0}: open {1}")
  @CsvSource({
    "2026-11-20T07:29:00+07:00, false",
    "2026-11-20T07:30:00+07:00, true",
    "2026-11-20T12:00:00+07:00, false",
    "2026-11-20T16:59:00+07:00, true",
    "2026-11-21T10:00:00+07:00, false",
  })
  void lies_in_office_hours(String at, boolean open) {
    assertThat(OfficeHours.open(OffsetDateTime.parse(at).toInstant())).isEqualTo(open);
  }
}
