package vn.vam.core.rule;

import java.time.Instant;
import java.util.List;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** Puts what one rule decides at one place into words that others understand. */
record Announcer(RuleId rule, StationId place) {
  AlertChange.Raised raised(Severity severity, Instant at, double value, List<DeviceId> devices) {
    return new AlertChange.Raised(rule, place, severity, at, value, devices);
  }

  AlertChange escalated(Severity severity, Instant at, double value, List<DeviceId> devices) {
    return new AlertChange.Escalated(rule, place, severity, at, value, devices);
  }

  AlertChange still(Severity severity, Instant at, double value, List<DeviceId> devices) {
    return new AlertChange.Still(rule, place, severity, at, value, devices);
  }

  AlertChange cleared(Severity severity, Instant at, double value) {
    return new AlertChange.Cleared(rule, place, severity, at, value);
  }
}
