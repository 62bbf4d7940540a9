package vn.vam.core.rule;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.StationId;

/**
 * A threshold with hysteresis: an alert is raised once a level has held for a time, and cleared
 * once the other level has held for its own.
 *
 * @param raise the level that counts as a breach
 * @param raiseFor how long it must hold; zero for at once
 * @param clear the level that counts as safe; never overlaps with {@code raise}
 * @param clearFor how long it must hold; zero for at once
 * @param text the key of the text citizens read, such as {@code vi/salt-for-durian}
 * @param staleAfter an older value says nothing about now: it neither raises nor clears, and a
 *     longer gap interrupts what was holding
 */
public record Rule(
    RuleId id,
    Quantity quantity,
    Set<StationId> stations,
    Level raise,
    Duration raiseFor,
    Level clear,
    Duration clearFor,
    Severity severity,
    String text,
    Duration staleAfter) {
  public Rule {
    stations = Set.copyOf(stations);
    if (!isHysteresis(raise, clear)) {
      throw new IllegalArgumentException(
          "rule "
              + id
              + ": the clear level must lie on the other side, at or beyond the raise level");
    }
  }

  /** What happened longer ago than this does not matter to it. */
  public Duration looksBack() {
    return Collections.max(List.of(raiseFor, clearFor, staleAfter));
  }

  /** Whether no value can be a breach and safe at once. */
  public static boolean isHysteresis(Level raise, Level clear) {
    return switch (raise) {
      case Level.Above above ->
          clear instanceof Level.Below below && below.threshold() <= above.threshold();
      case Level.Below below ->
          clear instanceof Level.Above above && above.threshold() >= below.threshold();
    };
  }
}
