package vn.vam.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** Alerts for tests. */
public final class Alerts {
  private Alerts() {}

  /** One of the station as a whole that nobody has put off. */
  public static Alert alert(
      String number,
      RuleId rule,
      StationId station,
      Severity severity,
      AlertState state,
      Instant since,
      Optional<Instant> clearedAt,
      double value,
      Optional<String> assignee) {
    return new Alert(
        number,
        rule,
        station,
        severity,
        state,
        since,
        clearedAt,
        clearedAt.map(at -> Ending.SAFE),
        value,
        assignee,
        Optional.empty(),
        List.of());
  }

  /** The same, taken on by somebody, or put off until then. */
  public static Alert taken(Alert alert, Optional<String> assignee, Optional<Instant> until) {
    return taken(alert, alert.state(), assignee, until);
  }

  /** The same in another state. */
  public static Alert taken(
      Alert alert, AlertState state, Optional<String> assignee, Optional<Instant> until) {
    return new Alert(
        alert.number(),
        alert.rule(),
        alert.station(),
        alert.severity(),
        state,
        alert.since(),
        alert.clearedAt(),
        alert.ending(),
        alert.value(),
        assignee,
        until,
        alert.devices());
  }

  /** The same, about these devices of its station. */
  public static Alert about(Alert alert, List<DeviceId> devices) {
    return new Alert(
        alert.number(),
        alert.rule(),
        alert.station(),
        alert.severity(),
        alert.state(),
        alert.since(),
        alert.clearedAt(),
        alert.ending(),
        alert.value(),
        alert.assignee(),
        alert.snoozedUntil(),
        devices);
  }
}
