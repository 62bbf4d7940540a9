package vn.vam.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange.Cleared;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.RuleState.Phase;
import vn.vam.core.rule.Severity;
import vn.vam.core.rule.Subjects;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** A rule waited for salt when the hub stopped, and its configuration changed meanwhile. */
class WatchingSomethingElse {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final StationId XUAN_HOA = new StationId("xuan-hoa");
  private static final RuleId ID = new RuleId("high");
  private static final Rule SALT = rule(Quantity.SALINITY, 0.5);

  private static Rule rule(Quantity quantity, double limit) {
    return new Rule(
        ID,
        quantity,
        Set.of(XUAN_HOA),
        new Level.Above(limit),
        Duration.ofMinutes(30),
        new Level.Below(limit),
        Duration.ZERO,
        Severity.WATCH,
        "vi/measured",
        Duration.ofHours(1));
  }

  private static List<Cleared> ends(Rule now, Phase phase) {
    Station station =
        new Station(
            XUAN_HOA, "Xuân Hòa", Kind.SALINITY, List.of(), Optional.empty(), Optional.empty());
    return new Unwatched(
            List.of(now), new Registry(List.of(station), List.of()), Map.of(ID, Subjects.of(SALT)))
        .among(List.of(), List.of(new RuleState(ID, XUAN_HOA, phase, NOON, NOON, 5)), NOON);
  }

  @Test
  void the_waiting_for_what_it_looks_at_no_more_is_over() {
    assertThat(ends(rule(Quantity.LEVEL, 2), Phase.PENDING)).hasSize(1);
  }

  @Test
  void that_for_another_level_of_the_same_goes_on() {
    assertThat(ends(rule(Quantity.SALINITY, 4), Phase.PENDING)).isEmpty();
  }

  @Test
  void what_waited_for_nothing_has_no_end() {
    assertThat(ends(rule(Quantity.LEVEL, 2), Phase.NORMAL)).isEmpty();
  }
}
