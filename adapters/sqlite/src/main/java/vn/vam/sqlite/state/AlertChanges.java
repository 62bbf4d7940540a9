package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Ending;

/** What the rules decide about an alert, each with its line in the history and its notice. */
final class AlertChanges {
  private AlertChanges() {}

  /**
   * @return the alert's number, or nothing where the change is none: raised twice, or never raised
   */
  static Optional<Long> apply(Handle transaction, AlertChange change, Instant now) {
    Optional<Long> number =
        switch (change) {
          case AlertChange.Raised raised -> raise(transaction, raised, now);
          case AlertChange.Escalated escalated -> escalate(transaction, escalated, now);
          case AlertChange.Still still -> stand(transaction, still, now);
          case AlertChange.Doubted doubted -> Optional.empty();
          case AlertChange.Cleared cleared -> clear(transaction, cleared);
        };
    if (change instanceof AlertChange.Cleared cleared && cleared.ending() == Ending.UNWATCHED) {
      RuleStates.forget(transaction, cleared.rule(), cleared.station());
    }
    number.ifPresent(
        found -> {
          AlertRows.tell(transaction, found, event(change));
          if (!(change instanceof AlertChange.Still) && mayTell(transaction, found, change)) {
            notice(transaction, found, change);
            isTold(transaction, found);
          }
        });
    return number;
  }

  /**
   * Citizens do not hear of it, whether or not they are told of the alert later; operators do, once
   * it has lasted.
   */
  private static Optional<Long> stand(Handle transaction, AlertChange.Still still, Instant now) {
    return transaction
        .createQuery(
            """
            UPDATE alert SET value = :value, devices = :devices, devices_since = :now,
            told_devices = CASE WHEN told_devices = devices THEN :devices ELSE told_devices END
            WHERE rule = :rule AND station = :station AND state <> 'CLEARED' RETURNING number""")
        .bind("value", still.value())
        .bind("devices", DeviceList.written(still.devices()))
        .bind("now", now.toEpochMilli())
        .bind("rule", still.rule().value())
        .bind("station", still.station().value())
        .mapTo(Long.class)
        .findOne();
  }

  /** What was told has its end told, shelved or not: an all-clear is as important as an alarm. */
  private static boolean mayTell(Handle transaction, long number, AlertChange change) {
    if (!(change instanceof AlertChange.Cleared)) {
      boolean shelved = Shelves.holds(transaction, change.rule(), change.station());
      if (shelved) {
        transaction.execute("UPDATE alert SET waiting_since = NULL WHERE number = ?", number);
      }
      return !shelved;
    }
    return transaction
        .createQuery("SELECT told_severity IS NOT NULL FROM alert WHERE number = ?")
        .bind(0, number)
        .mapTo(Boolean.class)
        .one();
  }

  /** Of an open alert: that it was raised, or is more severe, where a shelf kept it back. */
  static void tellUntold(Handle transaction, long number) {
    transaction.execute(
        """
        INSERT INTO notice (alert, change, rule, station, severity, at, value, devices)
        SELECT number, CASE WHEN told_severity IS NULL THEN 'RAISED' ELSE 'ESCALATED' END,
               rule, station, severity, since, value, devices
        FROM alert WHERE number = ? AND (told_severity IS NOT severity OR told_devices <> devices)""",
        number);
    isTold(transaction, number);
  }

  private static void isTold(Handle transaction, long number) {
    transaction.execute(
        "UPDATE alert SET told_severity = severity, told_devices = devices WHERE number = ?",
        number);
  }

  private static AlertEvent event(AlertChange change) {
    boolean unwatched =
        change instanceof AlertChange.Cleared cleared && cleared.ending() == Ending.UNWATCHED;
    return new AlertEvent(
        unwatched
            ? AlertEvent.Kind.UNWATCHED
            : AlertEvent.Kind.valueOf(ChangeKind.of(change).name()),
        change.at(),
        Optional.empty(),
        what(change),
        Optional.of(change.value()));
  }

  private static String what(AlertChange change) {
    String severity = change.severity().word();
    return change.devices().isEmpty()
        ? severity
        : severity + " " + DeviceList.written(change.devices());
  }

  private static Optional<Long> raise(Handle transaction, AlertChange.Raised raised, Instant now) {
    DoubtedValues.settle(transaction, raised.rule(), raised.station());
    return transaction
        .createQuery(
            """
            INSERT INTO alert (rule, station, severity, state, since, value, waiting_since, devices)
            VALUES (?, ?, ?, 'RAISED', ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING number""")
        .bind(0, raised.rule().value())
        .bind(1, raised.station().value())
        .bind(2, raised.severity().name())
        .bind(3, raised.at().toEpochMilli())
        .bind(4, raised.value())
        .bind(5, now.toEpochMilli())
        .bind(6, DeviceList.written(raised.devices()))
        .mapTo(Long.class)
        .findOne();
  }

  /**
   * Whoever has taken it on, or put it off, is told anew: it is another matter now. One that was
   * closed before it came to that is raised anew.
   */
  private static Optional<Long> escalate(
      Handle transaction, AlertChange.Escalated escalated, Instant now) {
    return climb(transaction, escalated, now)
        .or(
            () ->
                wasClosed(transaction, escalated)
                    ? raise(transaction, asRaised(escalated), now)
                    : Optional.empty());
  }

  /** Whether the last one of its rule at its station was ended by an operator. */
  private static boolean wasClosed(Handle transaction, AlertChange change) {
    return transaction
        .createQuery(
            """
            SELECT count(*) > 0 FROM alert_event WHERE kind = 'CLOSED'
            AND alert = (SELECT max(number) FROM alert WHERE rule = ? AND station = ?)""")
        .bind(0, change.rule().value())
        .bind(1, change.station().value())
        .mapTo(Boolean.class)
        .one();
  }

  private static AlertChange.Raised asRaised(AlertChange.Escalated escalated) {
    return new AlertChange.Raised(
        escalated.rule(),
        escalated.station(),
        escalated.severity(),
        escalated.at(),
        escalated.value(),
        escalated.devices());
  }

  private static Optional<Long> climb(
      Handle transaction, AlertChange.Escalated escalated, Instant now) {
    DoubtedValues.settle(transaction, escalated.rule(), escalated.station());
    return transaction
        .createQuery(
            """
            UPDATE alert SET state = 'ESCALATED', severity = ?, value = ?, waiting_since = ?, devices = ?,
            steps_told = 0, snoozed_until = NULL, devices_since = NULL
            WHERE rule = ? AND station = ? AND state <> 'CLEARED' RETURNING number""")
        .bind(0, escalated.severity().name())
        .bind(1, escalated.value())
        .bind(2, now.toEpochMilli())
        .bind(3, DeviceList.written(escalated.devices()))
        .bind(4, escalated.rule().value())
        .bind(5, escalated.station().value())
        .mapTo(Long.class)
        .findOne();
  }

  /** Ended by an operator: those who were told of it are told so. */
  static void close(Handle transaction, Alert alert, Instant now) {
    AlertChange.Cleared closed =
        new AlertChange.Cleared(
            alert.rule(), alert.station(), alert.severity(), now, alert.value(), Ending.BY_HAND);
    clear(transaction, closed)
        .filter(number -> mayTell(transaction, number, closed))
        .ifPresent(number -> notice(transaction, number, closed));
  }

  private static Optional<Long> clear(Handle transaction, AlertChange.Cleared cleared) {
    return transaction
        .createQuery(
            """
            UPDATE alert SET state = 'CLEARED', cleared_at = ?, value = ?, ending = ?, waiting_since = NULL,
            snoozed_until = NULL, assignee_untold = NULL, devices_since = NULL,
            end_untold = CASE WHEN most_told > 0 OR assignee IS NOT NULL THEN 1 END
            WHERE rule = ? AND station = ? AND state <> 'CLEARED' RETURNING number""")
        .bind(0, cleared.at().toEpochMilli())
        .bind(1, cleared.value())
        .bind(2, ChangeKind.ending(cleared))
        .bind(3, cleared.rule().value())
        .bind(4, cleared.station().value())
        .mapTo(Long.class)
        .findOne();
  }

  static void notice(Handle transaction, long number, AlertChange change) {
    transaction.execute(
        """
        INSERT INTO notice (alert, change, rule, station, severity, at, value, devices, ending)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        number,
        ChangeKind.of(change).name(),
        change.rule().value(),
        change.station().value(),
        change.severity().name(),
        change.at().toEpochMilli(),
        change.value(),
        DeviceList.written(change.devices()),
        ChangeKind.ending(change));
  }
}
