package vn.vam.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** A probe is wrong and right in turn, and each wrong value would raise an alert. */
class SpikingWithoutEnd {
  private static final Instant NOON = Shift.NOON;
  private static final Suspected.Last TOLD =
      new Suspected.Last(Severity.WARNING, NOON, Duration.ofHours(1));

  @Test
  void the_first_spike_is_told_at_once() {
    assertThat(suspected(Severity.WARNING, 1, Optional.empty()).isDue(NOON)).isTrue();
  }

  @Test
  void the_next_ones_wait_until_an_hour_is_over() {
    Suspected next = suspected(Severity.WARNING, 3, Optional.of(TOLD));

    assertThat(next.isDue(NOON.plusSeconds(3_599))).isFalse();
    assertThat(next.isDue(NOON.plusSeconds(3_600))).isTrue();
    assertThat(next.isAgain()).isTrue();
  }

  @Test
  void a_graver_one_waits_for_nothing_and_is_no_repetition() {
    Suspected graver = suspected(Severity.DANGER, 2, Optional.of(TOLD));

    assertThat(graver.isDue(NOON.plusSeconds(1))).isTrue();
    assertThat(graver.isAgain()).isFalse();
    assertThat(graver.patience()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_clock_that_was_set_back_holds_up_nothing() {
    assertThat(suspected(Severity.WARNING, 2, Optional.of(TOLD)).isDue(NOON.minusSeconds(1)))
        .isTrue();
  }

  @Test
  void a_single_one_after_an_hour_is_told_like_the_first() {
    Suspected single = suspected(Severity.WARNING, 1, Optional.of(TOLD));

    assertThat(single.isAgain()).isFalse();
    assertThat(single.patience()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void three_days_of_spikes_every_minute_are_seven_messages() {
    List<Duration> told = new ArrayList<>();
    Optional<Suspected.Last> last = Optional.empty();
    int untold = 0;
    for (Instant now = NOON;
        now.isBefore(NOON.plus(Duration.ofDays(3)));
        now = now.plusSeconds(60)) {
      Suspected suspected = suspected(Severity.WARNING, ++untold, last);
      if (suspected.isDue(now)) {
        told.add(Duration.between(NOON, now));
        last = Optional.of(new Suspected.Last(Severity.WARNING, now, suspected.patience()));
        untold = 0;
      }
    }

    assertThat(told).extracting(Duration::toHours).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 55L);
  }

  private static Suspected suspected(Severity severity, int times, Optional<Suspected.Last> last) {
    AlertChange.Doubted breach =
        new AlertChange.Doubted(new RuleId("salt"), new StationId("xuan-hoa"), severity, NOON, 4.2);
    return new Suspected(times, breach, times, last);
  }
}
