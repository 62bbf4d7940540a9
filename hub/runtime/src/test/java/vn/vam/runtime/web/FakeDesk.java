package vn.vam.runtime.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.AlertState;
import vn.vam.core.log.Place;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleState;

/** Keeps alerts in memory. */
final class FakeDesk implements AlertDesk {
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
  public List<RuleState> states() {
    return List.of();
  }

  @Override
  public List<Alert> commit(Place place, List<RuleState> states, List<AlertChange> changes) {
    throw new UnsupportedOperationException("the web commits nothing");
  }

  @Override
  public synchronized List<Alert> alerts(Optional<AlertState> state, int most) {
    return alerts.stream()
        .filter(alert -> state.map(alert.state()::equals).orElse(true))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Optional<Alert> acknowledge(String number, String operator) {
    Optional<Alert> found =
        alerts.stream().filter(alert -> alert.number().equals(number)).findFirst();
    found.map(alert -> taken(alert, operator)).ifPresent(this::put);
    return found.map(alert -> taken(alert, operator));
  }

  private static Alert taken(Alert alert, String operator) {
    return new Alert(
        alert.number(),
        alert.rule(),
        alert.station(),
        alert.severity(),
        AlertState.ACKNOWLEDGED,
        alert.since(),
        alert.clearedAt(),
        alert.value(),
        Optional.of(operator));
  }

  @Override
  public synchronized AlertCounts counts() {
    long cleared = alerts.stream().filter(alert -> alert.state() == AlertState.CLEARED).count();
    return new AlertCounts(alerts.size(), cleared);
  }
}
