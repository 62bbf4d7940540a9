package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.AlertState;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** Alerts and their histories as rows. */
final class AlertRows {
  private static final String NUMBER_PREFIX = "A-";

  private AlertRows() {}

  static Optional<Alert> find(Handle transaction, long number) {
    return transaction
        .createQuery("SELECT * FROM alert WHERE number = ?")
        .bind(0, number)
        .map((row, context) -> alert(row))
        .findOne();
  }

  /** Nothing where it is not the form of a number. */
  static Optional<Long> number(String written) {
    return written.matches(NUMBER_PREFIX + "\\d{1,18}")
        ? Optional.of(Long.parseLong(written.substring(NUMBER_PREFIX.length())))
        : Optional.empty();
  }

  static String written(long number) {
    return NUMBER_PREFIX + number;
  }

  static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        written(row.getLong("number")),
        new RuleId(row.getString("rule")),
        new StationId(row.getString("station")),
        Severity.valueOf(row.getString("severity")),
        AlertState.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("since")),
        instant(row, "cleared_at"),
        ChangeKind.ending(row),
        row.getDouble("value"),
        Optional.ofNullable(row.getString("assignee")),
        instant(row, "snoozed_until"),
        DeviceList.read(row.getString("devices")));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** Returns false when that line stands there already. */
  static boolean tell(Handle transaction, long number, AlertEvent event) {
    return transaction
            .createUpdate(
                """
                INSERT INTO alert_event (alert, kind, at, who, what, value)
                VALUES (:alert, :kind, :at, :who, :what, :value) ON CONFLICT DO NOTHING""")
            .bind("alert", number)
            .bind("kind", event.kind().name())
            .bind("at", event.at().toEpochMilli())
            .bind("who", event.who().orElse(""))
            .bind("what", event.what())
            .bind("value", event.value().orElse(null))
            .execute()
        > 0;
  }

  static List<AlertEvent> history(Handle transaction, long number) {
    return transaction
        .createQuery("SELECT * FROM alert_event WHERE alert = ? ORDER BY id")
        .bind(0, number)
        .map((row, context) -> event(row))
        .list();
  }

  static AlertEvent event(ResultSet row) throws SQLException {
    double value = row.getDouble("value");
    boolean valued = !row.wasNull();
    return new AlertEvent(
        AlertEvent.Kind.valueOf(row.getString("kind")),
        Instant.ofEpochMilli(row.getLong("at")),
        Optional.of(row.getString("who")).filter(who -> !who.isEmpty()),
        row.getString("what"),
        valued ? Optional.of(value) : Optional.empty());
  }
}
