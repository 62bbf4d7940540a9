package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import vn.vam.core.station.StationId;

/**
 * What came of a rule at one place.
 *
 * @param raised how often an alert was raised
 * @param words why none was: {@code not fired: above 0.5 for 7 of 30 min}; or that there was
 */
public record Explanation(RuleId rule, StationId place, long raised, String words) {
  private static final Duration SHORT = Duration.ofMinutes(2);

  static Explanation of(RuleWatch watch, Instant now) {
    Tally tally = watch.tally();
    Rule rule = watch.rule();
    return new Explanation(
        rule.id(), watch.place(), tally.raised(), words(rule, tally, watch.holding(now)));
  }

  private static String words(Rule rule, Tally tally, Duration holding) {
    if (tally.raised() > 0) {
      return "fired " + (tally.raised() == 1 ? "once" : tally.raised() + " times");
    }
    Duration longest = tally.longest().compareTo(holding) > 0 ? tally.longest() : holding;
    if (tally.seen() == 0) {
      return "not fired: nothing was heard of it";
    }
    String condition = rule.raise().words();
    String closed = String.join(" and ", tally.closedBy());
    if (longest.isZero() && !closed.isEmpty()) {
      return "not fired: " + condition + " only outside its " + closed;
    }
    return longest.isZero()
        ? "not fired: never " + condition + seen(tally)
        : "not fired: "
            + condition
            + " for "
            + share(longest, rule.raiseFor())
            + (closed.isEmpty() ? "" : ", and outside its " + closed);
  }

  private static String seen(Tally tally) {
    String least = Numbers.written(tally.least());
    String most = Numbers.written(tally.most());
    return least.equals(most) ? ", was " + least : ", was " + least + " to " + most;
  }

  /** Such as {@code 7 of 30 min}. */
  private static String share(Duration held, Duration needed) {
    return needed.compareTo(SHORT) < 0
        ? tenths(held, 1_000) + " of " + tenths(needed, 1_000) + " s"
        : tenths(held, 60_000) + " of " + tenths(needed, 60_000) + " min";
  }

  /** Rounded down: what is missing must not look complete. */
  private static String tenths(Duration span, double unit) {
    return Numbers.written(Math.floor(span.toMillis() / unit * 10) / 10);
  }
}
