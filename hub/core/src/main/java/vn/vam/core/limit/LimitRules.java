package vn.vam.core.limit;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;

/**
 * What citizens may set, and the rules that come of it. A rule's id is a number and tells nobody
 * whose it is.
 *
 * @param most how many limits a citizen may have, from 1 on
 * @param least the lowest level that may be set, g/l
 * @param greatest the highest, g/l
 * @param hold how long the water must be beyond a limit; zero for at once
 * @param clearHold how long it must be back before the all-clear
 * @param back how far back it must be, as a share of the level, above 0 and below 1
 * @param staleAfter an older value neither raises nor clears
 */
public record LimitRules(
    int most,
    double least,
    double greatest,
    Duration hold,
    Duration clearHold,
    double back,
    Duration staleAfter) {
  /** Rules of the configuration have other ids. */
  public static final String PREFIX = "own.";

  private static final String TEXT = "vi/salt";

  public static final LimitRules USUAL =
      new LimitRules(
          5, 0.1, 30, Duration.ofMinutes(10), Duration.ofMinutes(30), 0.2, Duration.ofHours(1));

  /** The same with other times, for a river that is run faster. */
  public LimitRules withHolds(Duration span) {
    return new LimitRules(most, least, greatest, span, span, back, staleAfter);
  }

  public static RuleId id(long number) {
    return new RuleId(PREFIX + number);
  }

  /** The number of a citizen's limit, or nothing for a rule of the configuration. */
  public static OptionalLong numberOf(RuleId rule) {
    return rule.value().startsWith(PREFIX)
        ? OptionalLong.of(Long.parseLong(rule.value().substring(PREFIX.length())))
        : OptionalLong.empty();
  }

  public static boolean isOne(RuleId rule) {
    return rule.value().startsWith(PREFIX);
  }

  public boolean allows(double level) {
    return level >= least && level <= greatest;
  }

  public Rule rule(long number, Limit limit) {
    return new Rule(
        id(number),
        Quantity.SALINITY,
        Set.of(limit.station()),
        limit.breach(),
        hold,
        safe(limit),
        clearHold,
        Severity.WATCH,
        TEXT,
        staleAfter);
  }

  /** What counts as over. */
  public Level safe(Limit limit) {
    return switch (limit.side()) {
      case ABOVE -> new Level.Below(rounded(limit.level() * (1 - back)));
      case BELOW -> new Level.Above(rounded(limit.level() * (1 + back)));
    };
  }

  /** To the hundredth of a g/l, as it is told. */
  private static double rounded(double level) {
    return Math.rint(level * 100) / 100;
  }
}
