package vn.vam.runtime.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.alert.Acted;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.alert.OperatorDesk;
import vn.vam.core.alert.Shelved;
import vn.vam.core.log.Place;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.SignalState;
import vn.vam.core.station.StationId;
import vn.vam.testing.Alerts;

/** Keeps alerts in memory. */
final class FakeDesk implements AlertDesk, OperatorDesk {
  private final List<Shelved> shelved = new ArrayList<>();
  private final Map<String, List<AlertEvent>> histories = new HashMap<>();
  private final List<Alert> alerts = new ArrayList<>();

  synchronized void put(Alert alert) {
    alerts.removeIf(kept -> kept.number().equals(alert.number()));
    alerts.addFirst(alert);
  }

  @Override
  public Place place() {
    return Place.START;
  }

  @Override
  public Optional<Instant> committedAt() {
    return Optional.empty();
  }

  @Override
  public List<RuleState> states() {
    return List.of();
  }

  @Override
  public List<SignalState> signals() {
    return List.of();
  }

  @Override
  public List<Alert> commit(
      Place place,
      List<RuleState> states,
      List<SignalState> signals,
      List<AlertChange> changes,
      Instant now) {
    throw new UnsupportedOperationException("the web commits nothing");
  }

  @Override
  public List<Alert> report(List<AlertChange> changes, Instant now) {
    throw new UnsupportedOperationException("nobody reports here");
  }

  @Override
  public synchronized List<Alert> alerts(Optional<AlertState> state, int most) {
    return alerts.stream()
        .filter(alert -> state.map(alert.state()::equals).orElse(true))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Optional<Alert> alert(String number) {
    return alerts.stream().filter(alert -> alert.number().equals(number)).findFirst();
  }

  @Override
  public synchronized List<AlertEvent> history(String number) {
    return List.copyOf(histories.getOrDefault(number, List.of()));
  }

  @Override
  public synchronized Acted act(
      String number, OperatorAction action, String operator, Instant now) {
    Optional<Alert> found = alert(number);
    if (found.isEmpty()) {
      return new Acted.Unknown();
    }
    if (found.get().state() == AlertState.CLEARED) {
      return new Acted.Over(found.get());
    }
    Alert after = after(found.get(), action, operator);
    put(after);
    histories.computeIfAbsent(number, none -> new ArrayList<>()).add(event(action, operator, now));
    return new Acted.Done(after);
  }

  private static Alert after(Alert alert, OperatorAction action, String operator) {
    return switch (action) {
      case OperatorAction.Acknowledge acknowledge -> taken(alert, operator, Optional.empty());
      case OperatorAction.Assign assign -> taken(alert, assign.to(), Optional.empty());
      case OperatorAction.Snooze snooze -> taken(alert, operator, Optional.of(snooze.until()));
      case OperatorAction.Shelve shelve -> alert;
      case OperatorAction.Close close ->
          Alerts.taken(alert, AlertState.CLEARED, alert.assignee(), Optional.empty());
      case OperatorAction.Comment comment -> alert;
    };
  }

  private static AlertEvent event(OperatorAction action, String operator, Instant now) {
    AlertEvent.Kind kind =
        switch (action) {
          case OperatorAction.Acknowledge acknowledge -> AlertEvent.Kind.ACKNOWLEDGED;
          case OperatorAction.Assign assign -> AlertEvent.Kind.ASSIGNED;
          case OperatorAction.Snooze snooze -> AlertEvent.Kind.SNOOZED;
          case OperatorAction.Shelve shelve -> AlertEvent.Kind.SHELVED;
          case OperatorAction.Close close -> AlertEvent.Kind.CLOSED;
          case OperatorAction.Comment comment -> AlertEvent.Kind.COMMENTED;
        };
    String what =
        switch (action) {
          case OperatorAction.Acknowledge acknowledge -> "";
          case OperatorAction.Assign assign -> assign.to();
          case OperatorAction.Snooze snooze -> snooze.until().toString();
          case OperatorAction.Shelve shelve -> shelve.until().toString();
          case OperatorAction.Close close -> close.reason();
          case OperatorAction.Comment comment -> comment.text();
        };
    return new AlertEvent(kind, now, Optional.of(operator), what, Optional.empty());
  }

  private static Alert taken(Alert alert, String operator, Optional<Instant> until) {
    return Alerts.taken(alert, AlertState.ACKNOWLEDGED, Optional.of(operator), until);
  }

  @Override
  public synchronized List<Alert> open() {
    return alerts.stream().filter(alert -> alert.state() != AlertState.CLEARED).toList();
  }

  @Override
  public synchronized void shelve(Shelved one, Instant now) {
    shelved.add(one);
  }

  @Override
  public synchronized boolean unshelve(
      RuleId rule, StationId station, String operator, Instant now) {
    return shelved.removeIf(one -> one.rule().equals(rule) && one.station().equals(station));
  }

  @Override
  public synchronized List<Shelved> shelved() {
    return List.copyOf(shelved);
  }

  @Override
  public synchronized AlertCounts counts() {
    long cleared = alerts.stream().filter(alert -> alert.state() == AlertState.CLEARED).count();
    return new AlertCounts(alerts.size(), cleared);
  }
}
