package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** An alert's change as a word in a table. */
enum ChangeKind {
  RAISED,
  ESCALATED,
  STILL,
  DOUBTED,
  CLEARED;

  /** By the number that stands for each in a table. */
  private static final List<Ending> ENDINGS =
      List.of(Ending.SAFE, Ending.BY_HAND, Ending.UNWATCHED);

  static int ending(AlertChange change) {
    return change instanceof AlertChange.Cleared cleared ? ENDINGS.indexOf(cleared.ending()) : 0;
  }

  /** How an alert ended; nothing as long as it stands. */
  static Optional<Ending> ending(ResultSet row) throws SQLException {
    int number = row.getInt("ending");
    return row.wasNull() ? Optional.empty() : Optional.of(ENDINGS.get(number));
  }

  static ChangeKind of(AlertChange change) {
    return switch (change) {
      case AlertChange.Raised raised -> RAISED;
      case AlertChange.Escalated escalated -> ESCALATED;
      case AlertChange.Still still -> STILL;
      case AlertChange.Doubted doubted -> DOUBTED;
      case AlertChange.Cleared cleared -> CLEARED;
    };
  }

  static AlertChange read(ResultSet row) throws SQLException {
    RuleId rule = new RuleId(row.getString("rule"));
    StationId station = new StationId(row.getString("station"));
    Severity severity = Severity.valueOf(row.getString("severity"));
    Instant at = Instant.ofEpochMilli(row.getLong("at"));
    double value = row.getDouble("value");
    List<DeviceId> devices = DeviceList.read(row.getString("devices"));
    return switch (valueOf(row.getString("change"))) {
      case RAISED -> new AlertChange.Raised(rule, station, severity, at, value, devices);
      case ESCALATED -> new AlertChange.Escalated(rule, station, severity, at, value, devices);
      case STILL -> new AlertChange.Still(rule, station, severity, at, value, devices);
      case DOUBTED -> new AlertChange.Doubted(rule, station, severity, at, value);
      case CLEARED ->
          new AlertChange.Cleared(
              rule, station, severity, at, value, ENDINGS.get(row.getInt("ending")));
    };
  }
}
