package vn.vam.core.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.citizen.AlertLine;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.testing.Alerts;

/** Two people who look after a rule at two stations. */
final class Shift {
  static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  static final Operator DUTY =
      new Operator("Trực ban", Optional.of("z1"), Optional.of("truc-ban"), Set.of("duty"));
  static final Operator CHIEF =
      new Operator("Trưởng ca", Optional.of("z2"), Optional.of("truong-ca"), Set.of("chief"));
  static final Operator DESK =
      new Operator("Bàn trực", Optional.empty(), Optional.of("ban-truc"), Set.of("duty"));

  private Shift() {}

  static Operators operators() {
    return new Operators(
        List.of(DUTY, CHIEF, DESK),
        List.of(
            new CallStep(Duration.ZERO, Set.of("duty")),
            new CallStep(Duration.ofMinutes(10), Set.of("chief")),
            new CallStep(Duration.ofMinutes(30), Set.of("duty", "chief"))));
  }

  static Alert alert(String number, AlertState state) {
    return alert(number, Severity.WARNING, state);
  }

  static Alert alert(String number, Severity severity, AlertState state) {
    return Alerts.alert(
        number,
        new RuleId("salt"),
        new StationId("xuan-hoa"),
        severity,
        state,
        NOON,
        Optional.empty(),
        4.2,
        Optional.empty());
  }

  static AlertLine line() {
    Rule rule =
        new Rule(
            new RuleId("salt"),
            Quantity.SALINITY,
            Set.of(new StationId("xuan-hoa")),
            new Level.Above(0.5),
            Duration.ZERO,
            new Level.Below(0.4),
            Duration.ZERO,
            Severity.WARNING,
            "vi/salt",
            Duration.ofHours(1));
    Station station =
        new Station(
            new StationId("xuan-hoa"),
            "Xuân Hòa",
            Kind.SALINITY,
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new AlertLine(List.of(rule), new Registry(List.of(station), List.of()));
  }
}
