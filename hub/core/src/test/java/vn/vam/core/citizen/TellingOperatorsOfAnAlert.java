package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vam.core.alert.AlertState;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Measure;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Rung;
import vn.vam.core.rule.Schedule;
import vn.vam.core.rule.Severity;
import vn.vam.testing.Alerts;

/** Salt thrice within an hour is a watch, and deep water a danger. */
class TellingOperatorsOfAnAlert {
  private static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  private static final RuleId ID = new RuleId("salt");
  private static final Rule SALT =
      new Rule(
          ID,
          Optional.of(Quantity.SALINITY),
          Set.of(TestProvince.XUAN_HOA),
          Optional.empty(),
          new Condition.Beyond(
              Quantity.SALINITY,
              new Measure.Times(new Level.Above(0.5), Duration.ofHours(1)),
              new Level.AtLeast(3)),
          Duration.ZERO,
          new Condition.Beyond(Quantity.SALINITY, new Measure.Newest(), new Level.Below(0.4)),
          Duration.ZERO,
          Severity.WATCH,
          List.of(
              new Rung(
                  Severity.DANGER,
                  new Condition.Beyond(Quantity.LEVEL, new Measure.Newest(), new Level.Above(2)),
                  Duration.ZERO)),
          Schedule.ALWAYS,
          Optional.empty(),
          "vi/measured",
          Duration.ofHours(1));

  private final AlertLine line = new AlertLine(List.of(SALT), TestProvince.registry());

  private String told(AlertState state, Severity severity, double value) {
    return line.of(
        Alerts.alert(
            "A-7",
            ID,
            TestProvince.XUAN_HOA,
            severity,
            state,
            NOON,
            state == AlertState.CLEARED ? Optional.of(NOON) : Optional.empty(),
            value,
            Optional.empty()),
        NOON);
  }

  @Test
  void its_number_is_in_the_unit_of_what_was_reached() {
    assertThat(told(AlertState.RAISED, Severity.WATCH, 3)).contains("(3 lần,");
    assertThat(told(AlertState.ESCALATED, Severity.DANGER, 2.5)).contains("trên 2 m (2,5 m,");
  }

  @Test
  void once_it_is_over_in_that_of_what_ended_it() {
    assertThat(told(AlertState.CLEARED, Severity.DANGER, 0.3)).contains("(0,3 g/l,");
  }

  @Test
  void what_is_doubted_in_that_of_what_it_would_reach() {
    assertThat(
            line.of(
                new AlertChange.Doubted(ID, TestProvince.XUAN_HOA, Severity.DANGER, NOON, 2.5),
                NOON))
        .contains("(2,5 m,");
  }
}
