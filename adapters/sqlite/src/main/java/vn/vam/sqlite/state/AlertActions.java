package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.vam.core.alert.Acted;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.alert.Shelved;

/** What operators do with an alert, each with its line in the history. */
final class AlertActions {
  private final Handle transaction;
  private final String operator;
  private final Instant now;

  AlertActions(Handle transaction, String operator, Instant now) {
    this.transaction = transaction;
    this.operator = operator;
    this.now = now;
  }

  Acted act(long number, OperatorAction action) {
    Optional<Alert> found = AlertRows.find(transaction, number);
    if (found.isEmpty()) {
      return new Acted.Unknown();
    }
    boolean over = found.get().state() == AlertState.CLEARED;
    if (over && needsOpen(action)) {
      return new Acted.Over(found.get());
    }
    apply(number, action, found.get());
    return new Acted.Done(AlertRows.find(transaction, number).orElseThrow());
  }

  private static boolean needsOpen(OperatorAction action) {
    return switch (action) {
      case OperatorAction.Acknowledge acknowledge -> true;
      case OperatorAction.Assign assign -> true;
      case OperatorAction.Snooze snooze -> true;
      case OperatorAction.Shelve shelve -> false;
      case OperatorAction.Close close -> true;
      case OperatorAction.Comment comment -> false;
    };
  }

  private void apply(long number, OperatorAction action, Alert alert) {
    switch (action) {
      case OperatorAction.Acknowledge acknowledge -> acknowledge(number, alert);
      case OperatorAction.Assign assign -> {
        if (tell(number, AlertEvent.Kind.ASSIGNED, assign.to())) {
          take(number, assign.to(), null);
          transaction.execute(
              "UPDATE alert SET assignee_untold = ? WHERE number = ?",
              assign.to().equals(operator) ? null : 1,
              number);
        }
      }
      case OperatorAction.Snooze snooze -> {
        if (tell(number, AlertEvent.Kind.SNOOZED, snooze.until().toString())) {
          take(number, alert.assignee().orElse(operator), snooze.until().toEpochMilli());
        }
      }
      case OperatorAction.Shelve shelve ->
          Shelves.put(
              transaction,
              new Shelved(alert.rule(), alert.station(), shelve.until(), operator),
              now);
      case OperatorAction.Close close -> {
        if (tell(number, AlertEvent.Kind.CLOSED, close.reason())) {
          AlertChanges.close(transaction, alert, now);
        }
      }
      case OperatorAction.Comment comment ->
          tell(number, AlertEvent.Kind.COMMENTED, comment.text());
    }
  }

  /** Whoever comes second finds who came first. */
  private void acknowledge(long number, Alert alert) {
    if (alert.state() != AlertState.ACKNOWLEDGED) {
      tell(number, AlertEvent.Kind.ACKNOWLEDGED, "");
      take(number, operator, null);
    }
  }

  private void take(long number, String assignee, @Nullable Long until) {
    transaction.execute(
        """
        UPDATE alert SET state = 'ACKNOWLEDGED', assignee = ?, waiting_since = NULL,
        snoozed_until = ? WHERE number = ?""",
        assignee,
        until,
        number);
  }

  private boolean tell(long number, AlertEvent.Kind kind, String what) {
    return AlertRows.tell(
        transaction,
        number,
        new AlertEvent(kind, now, Optional.of(operator), what, Optional.empty()));
  }
}
