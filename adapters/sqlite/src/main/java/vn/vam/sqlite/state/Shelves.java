package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.Shelved;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/** Rules at stations of which nobody is told for a time. */
final class Shelves {
  private static final String OF = " WHERE rule = ? AND station = ?";

  private Shelves() {}

  static boolean holds(Handle transaction, RuleId rule, StationId station) {
    return transaction
        .createQuery("SELECT 1 FROM shelf" + OF)
        .bind(0, rule.value())
        .bind(1, station.value())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static List<Shelved> all(Handle transaction) {
    return transaction
        .createQuery("SELECT * FROM shelf ORDER BY until, rule, station")
        .map((row, context) -> shelved(row))
        .list();
  }

  /** Nobody is called to what is open, either. */
  static void put(Handle transaction, Shelved shelved, Instant now) {
    transaction.execute(
        "INSERT OR REPLACE INTO shelf (rule, station, until, who, at) VALUES (?, ?, ?, ?, ?)",
        shelved.rule().value(),
        shelved.station().value(),
        shelved.until().toEpochMilli(),
        shelved.by(),
        now.toEpochMilli());
    DoubtedValues.settle(transaction, shelved.rule(), shelved.station());
    transaction.execute(
        "UPDATE alert SET waiting_since = NULL" + OF + " AND state <> 'CLEARED'",
        shelved.rule().value(),
        shelved.station().value());
    open(transaction, shelved.rule(), shelved.station())
        .ifPresent(
            alert ->
                tell(
                    transaction,
                    alert,
                    AlertEvent.Kind.SHELVED,
                    Optional.of(shelved.by()),
                    shelved.until().toString(),
                    now));
  }

  static boolean end(
      Handle transaction, RuleId rule, StationId station, Optional<String> who, Instant now) {
    int ended = transaction.execute("DELETE FROM shelf" + OF, rule.value(), station.value());
    if (ended == 1) {
      open(transaction, rule, station).ifPresent(alert -> catchUp(transaction, alert, who, now));
    }
    return ended == 1;
  }

  /**
   * @return the open alerts of what ended
   */
  static List<Alert> endDue(Handle transaction, Instant now) {
    List<Alert> open = new ArrayList<>();
    for (Shelved shelved : due(transaction, now)) {
      end(transaction, shelved.rule(), shelved.station(), Optional.empty(), now);
      open(transaction, shelved.rule(), shelved.station()).ifPresent(open::add);
    }
    return open;
  }

  private static List<Shelved> due(Handle transaction, Instant now) {
    return all(transaction).stream().filter(one -> !one.until().isAfter(now)).toList();
  }

  /** What nobody was told of is told now, and waits for somebody from now on. */
  private static void catchUp(Handle transaction, Alert alert, Optional<String> who, Instant now) {
    tell(transaction, alert, AlertEvent.Kind.UNSHELVED, who, "", now);
    long number = AlertRows.number(alert.number()).orElseThrow();
    AlertChanges.tellUntold(transaction, number);
    transaction.execute(
        """
        UPDATE alert SET waiting_since = ?, steps_told = 0
        WHERE number = ? AND state IN ('RAISED', 'ESCALATED')""",
        now.toEpochMilli(),
        number);
  }

  private static Optional<Alert> open(Handle transaction, RuleId rule, StationId station) {
    return transaction
        .createQuery("SELECT * FROM alert" + OF + " AND state <> 'CLEARED'")
        .bind(0, rule.value())
        .bind(1, station.value())
        .map((row, context) -> AlertRows.alert(row))
        .findOne();
  }

  private static void tell(
      Handle transaction,
      Alert alert,
      AlertEvent.Kind kind,
      Optional<String> who,
      String what,
      Instant now) {
    AlertRows.tell(
        transaction,
        AlertRows.number(alert.number()).orElseThrow(),
        new AlertEvent(kind, now, who, what, Optional.empty()));
  }

  private static Shelved shelved(ResultSet row) throws SQLException {
    return new Shelved(
        new RuleId(row.getString("rule")),
        new StationId(row.getString("station")),
        Instant.ofEpochMilli(row.getLong("until")),
        row.getString("who"));
  }
}
