package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.alert.Acted;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.alert.OperatorDesk;
import vn.vam.core.alert.Shelved;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/** The operators' desk in the state file. */
public final class SqliteOperatorDesk implements OperatorDesk {
  private final StateDatabase database;

  public SqliteOperatorDesk(StateDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Alert> alert(String number) {
    return AlertRows.number(number)
        .flatMap(
            found -> database.inTransaction(transaction -> AlertRows.find(transaction, found)));
  }

  @Override
  public Acted act(String number, OperatorAction action, String operator, Instant now) {
    return AlertRows.number(number)
        .map(
            found ->
                database.inTransaction(
                    transaction -> new AlertActions(transaction, operator, now).act(found, action)))
        .orElseGet(Acted.Unknown::new);
  }

  @Override
  public List<AlertEvent> history(String number) {
    return AlertRows.number(number)
        .map(found -> database.inTransaction(transaction -> AlertRows.history(transaction, found)))
        .orElse(List.of());
  }

  @Override
  public List<Alert> open() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT * FROM alert INDEXED BY one_open_alert
                    WHERE state <> 'CLEARED' ORDER BY number DESC""")
                .map((row, context) -> AlertRows.alert(row))
                .list());
  }

  @Override
  public void shelve(Shelved shelved, Instant now) {
    database.useTransaction(transaction -> Shelves.put(transaction, shelved, now));
  }

  @Override
  public boolean unshelve(RuleId rule, StationId station, String operator, Instant now) {
    return database.inTransaction(
        transaction -> Shelves.end(transaction, rule, station, Optional.of(operator), now));
  }

  @Override
  public List<Shelved> shelved() {
    return database.inTransaction(Shelves::all);
  }
}
