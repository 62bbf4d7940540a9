package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.AlertState;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.log.Place;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** Alerts, what the rules remember, and the notices that follow: one transaction a step. */
public final class SqliteAlertDesk implements AlertDesk {
  private static final String READER = "rules";
  private static final String NUMBER_PREFIX = "A-";

  private final StateDatabase database;

  public SqliteAlertDesk(StateDatabase database) {
    this.database = database;
  }

  @Override
  public Place place() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT place FROM reader_place WHERE reader = ?")
                .bind(0, READER)
                .mapTo(String.class)
                .findOne()
                .map(Place::read)
                .orElse(Place.START));
  }

  @Override
  public List<RuleState> states() {
    return database.inTransaction(
        transaction -> {
          List<RuleState> states = new ArrayList<>(LimitStates.all(transaction));
          states.addAll(
              transaction
                  .createQuery("SELECT * FROM rule_state")
                  .map((row, context) -> ruleState(row))
                  .list());
          return states;
        });
  }

  @Override
  public List<Alert> commit(Place place, List<RuleState> states, List<AlertChange> changes) {
    return database.inTransaction(
        transaction -> {
          transaction.execute(
              "INSERT OR REPLACE INTO reader_place VALUES (?, ?)", READER, place.written());
          keep(transaction, states.stream().filter(state -> !isOwn(state.rule())).toList());
          LimitStates.keep(
              transaction, states.stream().filter(state -> isOwn(state.rule())).toList());
          List<Alert> changed = new ArrayList<>();
          for (AlertChange change : changes) {
            apply(transaction, change).ifPresent(changed::add);
          }
          return changed;
        });
  }

  private static void keep(Handle transaction, List<RuleState> states) {
    if (states.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        transaction.prepareBatch("INSERT OR REPLACE INTO rule_state VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (RuleState state : states) {
      batch.add(
          state.rule().value(),
          state.station().value(),
          state.rung(),
          state.phase().name(),
          state.since().toEpochMilli(),
          state.lastAt().toEpochMilli(),
          state.lastValue());
    }
    batch.execute();
  }

  private static boolean isOwn(RuleId rule) {
    return LimitRules.isOne(rule);
  }

  private static Optional<Alert> apply(Handle transaction, AlertChange change) {
    if (isOwn(change.rule())) {
      LimitStates.apply(transaction, change);
      return Optional.empty();
    }
    Optional<Long> number =
        switch (change) {
          case AlertChange.Raised raised -> raise(transaction, raised);
          case AlertChange.Escalated escalated -> escalate(transaction, escalated);
          case AlertChange.Cleared cleared -> clear(transaction, cleared);
        };
    number.ifPresent(found -> notice(transaction, found, change));
    return number.flatMap(found -> alert(transaction, found));
  }

  private static Optional<Long> raise(Handle transaction, AlertChange.Raised raised) {
    return transaction
        .createQuery(
            """
            INSERT INTO alert (rule, station, severity, state, since, value)
            VALUES (?, ?, ?, 'RAISED', ?, ?) ON CONFLICT DO NOTHING RETURNING number""")
        .bind(0, raised.rule().value())
        .bind(1, raised.station().value())
        .bind(2, raised.severity().name())
        .bind(3, raised.at().toEpochMilli())
        .bind(4, raised.value())
        .mapTo(Long.class)
        .findOne();
  }

  /** Whoever has taken it on is told anew: it is another matter now. */
  private static Optional<Long> escalate(Handle transaction, AlertChange.Escalated escalated) {
    return transaction
        .createQuery(
            """
            UPDATE alert SET state = 'ESCALATED', severity = ?, value = ?
            WHERE rule = ? AND station = ? AND state <> 'CLEARED' RETURNING number""")
        .bind(0, escalated.severity().name())
        .bind(1, escalated.value())
        .bind(2, escalated.rule().value())
        .bind(3, escalated.station().value())
        .mapTo(Long.class)
        .findOne();
  }

  private static Optional<Long> clear(Handle transaction, AlertChange.Cleared cleared) {
    return transaction
        .createQuery(
            """
            UPDATE alert SET state = 'CLEARED', cleared_at = ?, value = ?
            WHERE rule = ? AND station = ? AND state <> 'CLEARED' RETURNING number""")
        .bind(0, cleared.at().toEpochMilli())
        .bind(1, cleared.value())
        .bind(2, cleared.rule().value())
        .bind(3, cleared.station().value())
        .mapTo(Long.class)
        .findOne();
  }

  static void notice(Handle transaction, long number, AlertChange change) {
    transaction.execute(
        "INSERT INTO notice (alert, change, rule, station, severity, at, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
        number,
        ChangeKind.of(change).name(),
        change.rule().value(),
        change.station().value(),
        change.severity().name(),
        change.at().toEpochMilli(),
        change.value());
  }

  private static Optional<Alert> alert(Handle transaction, long number) {
    return transaction
        .createQuery("SELECT * FROM alert WHERE number = ?")
        .bind(0, number)
        .map((row, context) -> alert(row))
        .findOne();
  }

  @Override
  public List<Alert> alerts(Optional<AlertState> state, int most) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    "SELECT * FROM alert WHERE :state IS NULL OR state = :state ORDER BY number DESC LIMIT :most")
                .bind("state", state.map(AlertState::name).orElse(null))
                .bind("most", most)
                .map((row, context) -> alert(row))
                .list());
  }

  @Override
  public Optional<Alert> acknowledge(String number, String operator) {
    return number(number)
        .flatMap(
            found ->
                database.inTransaction(
                    transaction -> {
                      transaction.execute(
                          """
                          UPDATE alert SET state = 'ACKNOWLEDGED', assignee = ?
                          WHERE number = ? AND state IN ('RAISED', 'ESCALATED')""",
                          operator,
                          found);
                      return alert(transaction, found);
                    }));
  }

  private static Optional<Long> number(String number) {
    return number.matches(NUMBER_PREFIX + "\\d{1,18}")
        ? Optional.of(Long.parseLong(number.substring(NUMBER_PREFIX.length())))
        : Optional.empty();
  }

  static String written(long number) {
    return NUMBER_PREFIX + number;
  }

  @Override
  public AlertCounts counts() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT count(*) AS raised, count(cleared_at) AS cleared FROM alert")
                .map(
                    (row, context) ->
                        new AlertCounts(row.getLong("raised"), row.getLong("cleared")))
                .one());
  }

  private static RuleState ruleState(ResultSet row) throws SQLException {
    return new RuleState(
        new RuleId(row.getString("rule")),
        new StationId(row.getString("station")),
        row.getInt("rung"),
        RuleState.Phase.valueOf(row.getString("phase")),
        Instant.ofEpochMilli(row.getLong("since")),
        Instant.ofEpochMilli(row.getLong("last_at")),
        row.getDouble("last_value"));
  }

  private static Alert alert(ResultSet row) throws SQLException {
    long clearedAt = row.getLong("cleared_at");
    boolean cleared = !row.wasNull();
    return new Alert(
        written(row.getLong("number")),
        new RuleId(row.getString("rule")),
        new StationId(row.getString("station")),
        Severity.valueOf(row.getString("severity")),
        AlertState.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("since")),
        cleared ? Optional.of(Instant.ofEpochMilli(clearedAt)) : Optional.empty(),
        row.getDouble("value"),
        Optional.ofNullable(row.getString("assignee")));
  }
}
