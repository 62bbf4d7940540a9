package vn.vam.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/**
 * An alert as operators see it.
 *
 * @param number what people quote, such as {@code A-1042}
 * @param since when the breach had held long enough, event time
 * @param ending how it ended, where it has
 * @param value the newest value a change carried, in the unit of the rule's quantity
 * @param assignee the operator who has taken it on
 * @param snoozedUntil until when nobody is reminded of it
 * @param devices those of the station that it is about, in order; none where it is about the
 *     station as a whole
 */
public record Alert(
    String number,
    RuleId rule,
    StationId station,
    Severity severity,
    AlertState state,
    Instant since,
    Optional<Instant> clearedAt,
    Optional<Ending> ending,
    double value,
    Optional<String> assignee,
    Optional<Instant> snoozedUntil,
    List<DeviceId> devices) {
  public Alert {
    devices = List.copyOf(devices);
  }
}
