package vn.vam.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.StationId;

/** Since when water has been salt, from the values of three days. */
class RememberingSaltDays {
  private static final StationId XUAN_HOA = new StationId("xuan-hoa");
  private static final Instant MIDNIGHT = Instant.parse("2024-03-12T17:00:00Z");
  private static final Level ABOVE_ONE = new Level.Above(1);

  private final LatestReadings latest = new LatestReadings(Duration.ofHours(3));

  private void measure(Instant at, double salinity) {
    measure(at, salinity, Quality.PASS);
  }

  private void measure(Instant at, double salinity, Quality quality) {
    latest.take(new Observation(XUAN_HOA, Quantity.SALINITY, salinity, quality, at));
  }

  /** A value every ten minutes. */
  private void hold(Instant from, Duration span, double salinity) {
    for (Instant at = from; at.isBefore(from.plus(span)); at = at.plusSeconds(600)) {
      measure(at, salinity);
    }
  }

  @Test
  void it_began_where_the_values_crossed_the_level() {
    hold(MIDNIGHT, Duration.ofHours(2), 0.5);
    hold(MIDNIGHT.plus(Duration.ofHours(2)), Duration.ofHours(5), 1.5);

    assertThat(latest.saltSince(XUAN_HOA, ABOVE_ONE))
        .contains(new Since.About(MIDNIGHT.plus(Duration.ofHours(2))));
    assertThat(latest.saltSince(XUAN_HOA, new Level.Above(0.4)))
        .contains(new Since.AtLeast(MIDNIGHT));
  }

  @Test
  void a_value_on_the_other_side_in_between_begins_it_anew() {
    hold(MIDNIGHT, Duration.ofHours(2), 0.5);
    hold(MIDNIGHT.plus(Duration.ofHours(2)), Duration.ofHours(1), 1.5);
    measure(MIDNIGHT.plus(Duration.ofHours(3)), 0.9);
    measure(MIDNIGHT.plus(Duration.ofHours(3)).plusSeconds(900), 1.2);

    assertThat(latest.saltSince(XUAN_HOA, ABOVE_ONE))
        .contains(new Since.About(MIDNIGHT.plus(Duration.ofHours(3)).plusSeconds(900)));
  }

  @Test
  void a_doubtful_value_begins_nothing_and_ends_nothing() {
    hold(MIDNIGHT, Duration.ofHours(1), 0.5);
    hold(MIDNIGHT.plus(Duration.ofHours(1)), Duration.ofHours(1), 1.5);
    measure(MIDNIGHT.plus(Duration.ofHours(2)), 0.1, Quality.SUSPECT);
    measure(MIDNIGHT.plus(Duration.ofHours(2)).plusSeconds(600), 1.5);

    assertThat(latest.saltSince(XUAN_HOA, ABOVE_ONE))
        .contains(new Since.About(MIDNIGHT.plus(Duration.ofHours(1))));
  }

  @Test
  void of_a_time_without_values_nothing_is_known() {
    hold(MIDNIGHT, Duration.ofHours(2), 1.5);
    Instant again = MIDNIGHT.plus(Duration.ofHours(6));
    hold(again, Duration.ofHours(1), 1.5);

    assertThat(latest.saltSince(XUAN_HOA, ABOVE_ONE)).contains(new Since.AtLeast(again));
  }

  @Test
  void three_days_are_looked_back_and_no_more() {
    hold(MIDNIGHT, Duration.ofHours(71), 1.5);
    assertThat(latest.saltSince(XUAN_HOA, ABOVE_ONE)).contains(new Since.AtLeast(MIDNIGHT));

    hold(MIDNIGHT.plus(Duration.ofHours(71)), Duration.ofHours(9), 1.5);
    assertThat(latest.saltSince(XUAN_HOA, ABOVE_ONE)).contains(new Since.Longer());
  }

  @Test
  void on_the_other_side_it_is_since_no_time() {
    hold(MIDNIGHT, Duration.ofHours(1), 1.5);
    measure(MIDNIGHT.plus(Duration.ofHours(1)), 0.9);

    assertThat(latest.saltSince(XUAN_HOA, ABOVE_ONE)).isEmpty();
  }

  @Test
  void where_nothing_was_measured_nothing_is_known() {
    assertThat(latest.saltSince(XUAN_HOA, ABOVE_ONE)).isEmpty();
  }
}
