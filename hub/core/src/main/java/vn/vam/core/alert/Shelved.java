package vn.vam.core.alert;

import java.time.Instant;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/**
 * A rule at a station of which nobody is told for a time: a probe that is being mended, a sluice
 * that is open on purpose. What still holds when the time is over is told then.
 *
 * @param by the operator
 */
public record Shelved(RuleId rule, StationId station, Instant until, String by) {}
