package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.MY_THO;
import static vn.vam.core.rule.Watching.XUAN_HOA;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.salt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** Stations leave the configuration while the rules run. */
class LosingSight {
  private static final Registry BOTH = Watching.river();
  private static final Registry WITHOUT = only(MY_THO);

  private final Rule high =
      Watching.rule(salt(new Level.Above(0.5)), AT_ONCE, salt(new Level.Below(0.4)), AT_ONCE);

  private static Registry only(StationId station) {
    return new Registry(List.of(BOTH.station(station).orElseThrow()), List.of());
  }

  @Test
  void an_alert_ends_when_its_station_is_gone_without_being_safe() {
    Watching watching = new Watching(BOTH, high);
    watching.says(0, 0.8);

    assertThat(watching.has(5, WITHOUT)).containsExactly("5 cleared xuan-hoa watch 0.8");
    assertThat(watching.says(6, 0.9)).isEmpty();
  }

  @Test
  void what_was_not_raised_ends_without_a_word() {
    Watching watching = new Watching(BOTH, high);
    watching.says(0, 0.3);

    assertThat(watching.has(5, WITHOUT)).isEmpty();
  }

  @Test
  void one_that_is_back_is_watched_anew() {
    Watching watching = new Watching(BOTH, high);
    watching.says(0, 0.8);
    watching.has(5, WITHOUT);
    watching.has(9, BOTH);

    assertThat(watching.says(10, 0.9)).containsExactly("10 raised xuan-hoa watch 0.9");
  }

  @Test
  void nobody_waits_for_a_station_that_is_gone() {
    Condition.Silent silent = new Condition.Silent(Optional.empty(), Duration.ofMinutes(30));
    Watching watching =
        new Watching(BOTH, Watching.rule(silent, AT_ONCE, new Condition.Heard(silent), AT_ONCE));
    watching.says(0, 0.3);
    watching.has(5, WITHOUT);

    assertThat(watching.timePasses(300)).isEmpty();
  }

  @Test
  void one_alert_for_several_stations_stands_as_long_as_one_of_them_is_there() {
    Watching watching = new Watching(BOTH, together());
    watching.says(XUAN_HOA, 0, 0.8);

    assertThat(watching.has(5, WITHOUT)).hasSize(1);

    Watching other = new Watching(BOTH, together());
    other.says(XUAN_HOA, 0, 0.8);
    assertThat(other.has(5, only(XUAN_HOA))).isEmpty();
    assertThat(other.says(XUAN_HOA, 6, 0.1)).containsExactly("6 cleared xuan-hoa watch 0.1");
  }

  private static Rule together() {
    Condition breach =
        new Condition.Several(
            List.of(salt(new Level.Above(0.5)).at(XUAN_HOA), salt(new Level.Above(0.5)).at(MY_THO)),
            1);
    Condition safe =
        new Condition.Several(
            List.of(salt(new Level.Below(0.4)).at(XUAN_HOA), salt(new Level.Below(0.4)).at(MY_THO)),
            1);
    return new Rule(
        new RuleId("salt"),
        Optional.of(Quantity.SALINITY),
        Set.of(XUAN_HOA, MY_THO),
        Optional.of(XUAN_HOA),
        breach,
        AT_ONCE,
        safe,
        AT_ONCE,
        Severity.WATCH,
        List.of(),
        Schedule.ALWAYS,
        Optional.empty(),
        "vi/measured",
        minutes(60));
  }
}
