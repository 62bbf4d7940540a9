package vn.vam.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.ingest.Passing.accepted;
import static vn.vam.core.ingest.Passing.counted;
import static vn.vam.core.ingest.Passing.endStamped;
import static vn.vam.core.ingest.Passing.measured;
import static vn.vam.core.ingest.Passing.message;
import static vn.vam.core.ingest.Passing.minute;
import static vn.vam.core.ingest.Passing.pass;
import static vn.vam.core.ingest.Passing.passes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.StationTraits;

class TellingArrivalsApart {
  private final Stage stage = new ArrivalsApart();
  private final List<Instant> stood = new ArrayList<>();

  /** A message without a time of its own: the arrival stands in. */
  private Instant arrives(Instant at) {
    Instant stands = passes(stage, at, measured(Quantity.SALINITY, 1, at)).getFirst().takenAt();
    stood.add(stands);
    return stands;
  }

  private static Instant later(int millis) {
    return minute(0).plusMillis(millis);
  }

  @Test
  void an_arrival_that_is_the_only_one_stands_where_it_was() {
    assertThat(arrives(later(0))).isEqualTo(later(0));
    assertThat(arrives(later(1))).isEqualTo(later(1));
  }

  @Test
  void a_clock_that_is_set_back_by_an_hour_does_not_merge_what_came_before_and_after() {
    for (int millis = 0; millis < 20_000; millis += 7) {
      arrives(later(millis));
    }
    for (int millis = 0; millis < 20_000; millis += 7) {
      arrives(later(millis));
    }

    assertThat(stood).doesNotHaveDuplicates();
    assertThat(stood.getLast()).isBetween(later(19_990), later(20_010));
  }

  @Test
  void a_clock_that_is_set_back_is_followed_where_nothing_stands_yet() {
    arrives(minute(0));
    arrives(minute(10));

    assertThat(arrives(minute(9))).isEqualTo(minute(9));
  }

  @Test
  void a_burst_faster_than_the_clock_gets_ahead_of_it_in_order() {
    for (int i = 0; i < 30_000; i++) {
      arrives(later(i / 10));
    }

    assertThat(stood).isSorted().doesNotHaveDuplicates();
    assertThat(Duration.between(later(3_000), stood.getLast()))
        .isLessThan(ArrivalsApart.MOST_AHEAD);
  }

  @Test
  void nothing_gets_ahead_of_the_clock_by_more_than_a_minute() {
    for (int i = 0; i < 70_000; i++) {
      arrives(later(0));
    }

    assertThat(stood).allMatch(at -> !at.isAfter(later(0).plus(ArrivalsApart.MOST_AHEAD)));
  }

  @Test
  void all_that_a_message_tells_stays_together() {
    arrives(later(0));

    assertThat(
            passes(
                stage,
                later(0),
                measured(Quantity.SALINITY, 1, later(0)),
                measured(Quantity.TEMPERATURE, 28, later(0))))
        .extracting(Reading::takenAt)
        .containsOnly(later(1));
  }

  @Test
  void an_interval_told_at_its_end_is_moved_with_its_end() {
    Map<Quantity, Double> minute = Map.of(Quantity.COUNT, 9.0, Quantity.INTERVAL, 60.0);
    Stage starts = new IntervalStarts(() -> Passing.registry(endStamped(), StationTraits.NONE));
    Outcome.Accepted once =
        (Outcome.Accepted) pass(starts, later(0), counted("1", minute, later(0)));

    assertThat(stage.apply(message(later(0)), once)).isEqualTo(once);
    assertThat(((Outcome.Accepted) stage.apply(message(later(0)), once)).readings())
        .extracting(Reading::takenAt)
        .containsExactly(later(1).minusSeconds(60));
  }

  @Test
  void a_time_that_the_device_told_is_its_own() {
    arrives(later(0));

    assertThat(passes(stage, later(5), measured(Quantity.SALINITY, 2, later(0))))
        .extracting(Reading::takenAt)
        .containsExactly(later(0));
  }

  @Test
  void a_restart_does_not_forget_what_the_log_still_tells() {
    Stage restarted = new ArrivalsApart();
    for (int i = 0; i < 100; i++) {
      Instant stands = arrives(later(i / 2));
      restarted.recall(message(later(i / 2)), accepted(measured(Quantity.SALINITY, 1, stands)));
    }

    for (int i = 0; i < 200; i++) {
      stood.add(
          passes(restarted, later(i), measured(Quantity.SALINITY, 1, later(i)))
              .getFirst()
              .takenAt());
    }
    assertThat(stood).doesNotHaveDuplicates();
  }
}
