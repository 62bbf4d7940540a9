package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Doubt;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.SeriesState;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** Values that are suspect, as rows, and what they would have raised. */
final class DoubtedValues {
  private DoubtedValues() {}

  static List<SeriesState> all(Handle transaction) {
    return transaction
        .createQuery("SELECT * FROM doubted_value")
        .map((row, context) -> state(row))
        .list();
  }

  private static SeriesState state(ResultSet row) throws SQLException {
    return new SeriesState(
        new StationId(row.getString("station")),
        Quantity.valueOf(row.getString("quantity")),
        Optional.of(new Doubt(Instant.ofEpochMilli(row.getLong("at")), row.getDouble("value"))));
  }

  static void keep(Handle transaction, List<SeriesState> states) {
    for (SeriesState state : states) {
      String station = state.station().value();
      String quantity = state.quantity().name();
      transaction.execute(
          "DELETE FROM doubted_value WHERE station = ? AND quantity = ?", station, quantity);
      state
          .doubt()
          .ifPresent(
              doubt ->
                  transaction.execute(
                      "INSERT INTO doubted_value VALUES (?, ?, ?, ?)",
                      station,
                      quantity,
                      doubt.at().toEpochMilli(),
                      doubt.value()));
    }
  }

  /** Operators are to know, unless what the rule says there is shelved. */
  static void callFor(Handle transaction, AlertChange.Doubted breach) {
    if (!Shelves.holds(transaction, breach.rule(), breach.station())) {
      transaction.execute(
          "INSERT INTO doubted_breach (rule, station, severity, at, value) VALUES (?, ?, ?, ?, ?)",
          breach.rule().value(),
          breach.station().value(),
          breach.severity().name(),
          breach.at().toEpochMilli(),
          breach.value());
    }
  }

  static List<AlertChange.Doubted> untold(Handle transaction) {
    return transaction
        .createQuery("SELECT * FROM doubted_breach ORDER BY id")
        .map((row, context) -> breach(row))
        .list();
  }

  private static AlertChange.Doubted breach(ResultSet row) throws SQLException {
    return new AlertChange.Doubted(
        new RuleId(row.getString("rule")),
        new StationId(row.getString("station")),
        Severity.valueOf(row.getString("severity")),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getDouble("value"));
  }

  /** False where it was told before. */
  static boolean isTold(Handle transaction, AlertChange.Doubted breach) {
    return transaction.execute(
            "DELETE FROM doubted_breach WHERE rule = ? AND station = ? AND at = ?",
            breach.rule().value(),
            breach.station().value(),
            breach.at().toEpochMilli())
        > 0;
  }
}
