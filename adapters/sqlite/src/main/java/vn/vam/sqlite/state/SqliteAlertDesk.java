package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.AlertState;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.log.Place;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.SignalState;

/** Alerts, what the rules remember, and the notices that follow: one transaction a step. */
public final class SqliteAlertDesk implements AlertDesk {
  private static final String READER = "rules";

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
  public Optional<Instant> committedAt() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT committed_at FROM rule_clock")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
  }

  @Override
  public List<RuleState> states() {
    return database.inTransaction(
        transaction -> {
          List<RuleState> states = new ArrayList<>(LimitStates.all(transaction));
          states.addAll(RuleStates.all(transaction));
          return states;
        });
  }

  @Override
  public List<SignalState> signals() {
    return database.inTransaction(
        transaction -> {
          List<SignalState> signals = new ArrayList<>(DoubtedValues.all(transaction));
          signals.addAll(GoneCameras.all(transaction));
          return signals;
        });
  }

  @Override
  public List<Alert> commit(
      Place place,
      List<RuleState> states,
      List<SignalState> signals,
      List<AlertChange> changes,
      Instant now) {
    return database.inTransaction(
        transaction -> {
          transaction.execute(
              "INSERT OR REPLACE INTO reader_place VALUES (?, ?)", READER, place.written());
          transaction.execute(
              "INSERT OR REPLACE INTO rule_clock VALUES (1, ?)", now.toEpochMilli());
          RuleStates.keep(
              transaction, states.stream().filter(state -> !isOwn(state.rule())).toList());
          LimitStates.keep(
              transaction, states.stream().filter(state -> isOwn(state.rule())).toList());
          signals.forEach(signal -> keep(transaction, signal));
          return apply(transaction, changes, now);
        });
  }

  private static void keep(Handle transaction, SignalState signal) {
    switch (signal) {
      case SignalState.OfSeries series -> DoubtedValues.keep(transaction, series);
      case SignalState.OfCamera camera -> GoneCameras.keep(transaction, camera);
    }
  }

  @Override
  public List<Alert> report(List<AlertChange> changes, Instant now) {
    return database.inTransaction(transaction -> apply(transaction, changes, now));
  }

  private static List<Alert> apply(Handle transaction, List<AlertChange> changes, Instant now) {
    return changes.stream()
        .map(change -> apply(transaction, change, now))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isOwn(RuleId rule) {
    return LimitRules.isOne(rule);
  }

  static Optional<Alert> apply(Handle transaction, AlertChange change, Instant now) {
    if (isOwn(change.rule())) {
      LimitStates.apply(transaction, change);
      return Optional.empty();
    }
    if (change instanceof AlertChange.Doubted doubted) {
      DoubtedValues.callFor(transaction, doubted);
      return Optional.empty();
    }
    return AlertChanges.apply(transaction, change, now)
        .flatMap(number -> AlertRows.find(transaction, number));
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
                .map((row, context) -> AlertRows.alert(row))
                .list());
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
}
