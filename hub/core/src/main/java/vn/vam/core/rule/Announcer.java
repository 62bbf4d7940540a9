package vn.vam.core.rule;

import java.time.Instant;
import java.util.List;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** Puts what one rule decides at one place into words that others understand, and notes it. */
final class Announcer {
  private final RuleId rule;
  private final StationId place;
  private final Gauge raise;
  private final Telling telling;
  private final Stage stage;
  private Tally tally = new Tally();

  /**
   * @param raise which tells the devices that an alert is about
   * @param telling of whose silence
   */
  Announcer(Rule rule, StationId place, Gauge raise, Telling telling, Stage stage) {
    this.rule = rule.id();
    this.place = place;
    this.raise = raise;
    this.telling = telling;
    this.stage = stage;
  }

  Tally tally() {
    return tally;
  }

  /** What is told of both is counted once. */
  void handOver(Announcer next) {
    next.tally = tally;
  }

  void raised(Severity severity, Instant at, double value, List<AlertChange> changes) {
    raised(severity, at, value, telling.tell(raise.devices(at)), changes);
  }

  private void raised(
      Severity severity,
      Instant at,
      double value,
      List<DeviceId> devices,
      List<AlertChange> changes) {
    tally.addRaised();
    stage.noteRaised(at);
    changes.add(new AlertChange.Raised(rule, place, severity, at, value, devices));
  }

  /** Raised by a step of the ladder, or escalated where an alert stands. */
  void climbed(Climb climb, List<AlertChange> changes) {
    Instant at = climb.since();
    List<DeviceId> devices = telling.tell(raise.devices(at));
    if (stage.isRaised()) {
      changes.add(
          new AlertChange.Escalated(rule, place, climb.severity(), at, climb.value(), devices));
    } else {
      raised(climb.severity(), at, climb.value(), devices, changes);
    }
  }

  /**
   * Other devices are silent while the alert stands.
   *
   * @return whether there is something to tell
   */
  boolean further(Severity severity, Instant at, List<AlertChange> changes) {
    List<DeviceId> devices = raise.devices(at);
    double value = raise.value(at);
    if (telling.isNews(devices)) {
      List<DeviceId> told = telling.tell(devices);
      return changes.add(new AlertChange.Escalated(rule, place, severity, at, value, told));
    }
    if (!devices.isEmpty() && telling.isOther(devices)) {
      List<DeviceId> told = telling.tellStill(devices);
      return changes.add(new AlertChange.Still(rule, place, severity, at, value, told));
    }
    return false;
  }

  void cleared(Severity severity, Instant at, double value, List<AlertChange> changes) {
    telling.ends();
    changes.add(new AlertChange.Cleared(rule, place, severity, at, value));
  }

  AlertChange unwatched(Severity severity, Instant at, double value) {
    telling.ends();
    return new AlertChange.Cleared(rule, place, severity, at, value, Ending.UNWATCHED);
  }

  AlertChange doubted(Severity severity, Instant at, double value) {
    return new AlertChange.Doubted(rule, place, severity, at, value);
  }
}
