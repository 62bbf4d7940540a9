package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.notify.Draft;
import vn.vam.core.operator.Call;
import vn.vam.core.operator.CallDesk;
import vn.vam.core.operator.Shifted;
import vn.vam.core.operator.Storms;
import vn.vam.core.operator.Suspected;
import vn.vam.core.operator.Told;
import vn.vam.core.operator.Waiting;

/** Calls of operators and their timers in the state file. */
public final class SqliteCallDesk implements CallDesk {
  private final StateDatabase database;

  public SqliteCallDesk(StateDatabase database) {
    this.database = database;
  }

  @Override
  public List<Alert> wake(Instant now) {
    return database.inTransaction(
        transaction -> {
          List<Alert> changed = new ArrayList<>(Shelves.endDue(transaction, now));
          List<Alert> woken = woken(transaction, now);
          woken.forEach(alert -> tell(transaction, alert, AlertEvent.Kind.WOKEN, "", now));
          changed.addAll(woken);
          return changed;
        });
  }

  /** What was put off wakes when nobody is kept from it any more. */
  private static List<Alert> woken(Handle transaction, Instant now) {
    return transaction
        .createQuery(
            """
            UPDATE alert SET state = 'RAISED', waiting_since = :now, steps_told = 0,
            snoozed_until = NULL
            WHERE snoozed_until <= :now AND state <> 'CLEARED'
            AND NOT EXISTS (SELECT 1 FROM shelf
              WHERE shelf.rule = alert.rule AND shelf.station = alert.station) RETURNING *""")
        .bind("now", now.toEpochMilli())
        .map((row, context) -> AlertRows.alert(row))
        .list();
  }

  private static void tell(
      Handle transaction, Alert alert, AlertEvent.Kind kind, String what, Instant now) {
    AlertRows.tell(
        transaction,
        number(alert),
        new AlertEvent(kind, now, Optional.empty(), what, Optional.empty()));
  }

  private static long number(Alert alert) {
    return AlertRows.number(alert.number()).orElseThrow();
  }

  @Override
  public List<Waiting> waiting() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    "SELECT * FROM alert WHERE waiting_since IS NOT NULL ORDER BY waiting_since, number")
                .map(
                    (row, context) ->
                        new Waiting(
                            AlertRows.alert(row),
                            Instant.ofEpochMilli(row.getLong("waiting_since")),
                            row.getInt("steps_told")))
                .list());
  }

  @Override
  public List<Told> over() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT alert.*, (SELECT who FROM alert_event
                      WHERE alert = number AND kind = 'CLOSED') AS closed_by
                    FROM alert WHERE end_untold = 1 ORDER BY number""")
                .map(
                    (row, context) ->
                        new Told(
                            AlertRows.alert(row),
                            row.getInt("most_told"),
                            Optional.ofNullable(row.getString("closed_by"))))
                .list());
  }

  @Override
  public List<Alert> given() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT * FROM alert WHERE assignee_untold = 1 ORDER BY number")
                .map((row, context) -> AlertRows.alert(row))
                .list());
  }

  @Override
  public List<Shifted> shifted(Instant since) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT * FROM alert WHERE devices_since <= ?
                    AND (most_told > 0 OR assignee IS NOT NULL) ORDER BY number""")
                .bind(0, since.toEpochMilli())
                .map(
                    (row, context) ->
                        new Shifted(
                            AlertRows.alert(row),
                            row.getInt("most_told"),
                            DeviceList.read(row.getString("called_devices"))))
                .list());
  }

  @Override
  public List<Suspected> suspected() {
    return database.inTransaction(DoubtedValues::untold);
  }

  @Override
  public void tellSuspected(Suspected suspected, List<Draft> drafts, Instant now) {
    database.useTransaction(
        transaction -> {
          if (DoubtedValues.isTold(transaction, suspected, now)) {
            drafts.forEach(draft -> OutboxRows.insert(transaction, draft, now));
          }
        });
  }

  @Override
  public void call(Call call, List<Draft> drafts, Instant now) {
    database.useTransaction(
        transaction -> {
          if (step(transaction, call, !drafts.isEmpty(), now)) {
            drafts.forEach(draft -> OutboxRows.insert(transaction, draft, now));
          }
        });
  }

  /** False where somebody was quicker. */
  private static boolean step(Handle transaction, Call call, boolean reached, Instant now) {
    Alert alert = call.waiting().alert();
    int still =
        transaction.execute(
            """
            UPDATE alert SET steps_told = ?, most_told = max(most_told, ?),
            called_devices = devices, devices_since = NULL
            WHERE number = ? AND waiting_since = ? AND steps_told < ?""",
            call.steps(),
            call.steps(),
            number(alert),
            call.waiting().since().toEpochMilli(),
            call.steps());
    if (still == 1 && reached) {
      tell(transaction, alert, AlertEvent.Kind.CALLED, call.roles(), now);
    }
    return still == 1;
  }

  @Override
  public List<Alert> raisedSince(Instant since) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT * FROM alert WHERE since >= ?")
                .bind(0, since.toEpochMilli())
                .map((row, context) -> AlertRows.alert(row))
                .list());
  }

  @Override
  public Map<String, Instant> summaries() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT along, told_at FROM storm")
                .reduceRows(
                    new HashMap<>(),
                    (all, row) -> {
                      all.put(
                          row.getColumn("along", String.class),
                          Instant.ofEpochMilli(row.getColumn("told_at", Long.class)));
                      return all;
                    }));
  }

  @Override
  public void callTogether(Storms.Summary summary, List<Draft> drafts, Instant now) {
    database.useTransaction(
        transaction -> {
          summary.calls().forEach(call -> step(transaction, call, !drafts.isEmpty(), now));
          transaction.execute(
              "INSERT OR REPLACE INTO storm (along, told_at) VALUES (?, ?)",
              summary.along(),
              now.toEpochMilli());
          drafts.forEach(draft -> OutboxRows.insert(transaction, draft, now));
        });
  }

  @Override
  public void tellOver(Alert alert, List<Draft> drafts, Instant now) {
    tell("end_untold", alert, drafts, now);
  }

  @Override
  public void tellGiven(Alert alert, List<Draft> drafts, Instant now) {
    tell("assignee_untold", alert, drafts, now);
  }

  @Override
  public void tellShifted(Alert alert, List<Draft> drafts, Instant now) {
    database.useTransaction(
        transaction -> {
          int untold =
              transaction.execute(
                  """
                  UPDATE alert SET called_devices = devices, devices_since = NULL
                  WHERE number = ? AND devices = ? AND devices_since IS NOT NULL""",
                  number(alert),
                  DeviceList.written(alert.devices()));
          if (untold == 1) {
            drafts.forEach(draft -> OutboxRows.insert(transaction, draft, now));
          }
        });
  }

  private void tell(String what, Alert alert, List<Draft> drafts, Instant now) {
    database.useTransaction(
        transaction -> {
          int untold =
              transaction.execute(
                  "UPDATE alert SET " + what + " = NULL WHERE number = ? AND " + what + " = 1",
                  number(alert));
          if (untold == 1) {
            drafts.forEach(draft -> OutboxRows.insert(transaction, draft, now));
          }
        });
  }
}
