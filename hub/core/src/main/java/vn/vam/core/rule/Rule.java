package vn.vam.core.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/**
 * A condition with hysteresis: an alert is raised once a condition has held for a time, and cleared
 * once another has held for its own.
 *
 * @param quantity what its numbers are of; absent where it counts events or waits for silence
 * @param stations each of them has an alert of its own, unless there is a {@code place}
 * @param place where the one alert is told that all stations have together
 * @param raise what counts as a breach
 * @param raiseFor how long it must hold; zero for at once
 * @param clear what counts as safe; while the breach holds, or a step that was reached, it does not
 *     count
 * @param clearFor how long it must hold; zero for at once
 * @param ladder steps to higher severities, each higher than the one before
 * @param schedule when it may raise
 * @param damping when it flaps; absent where every change is told
 * @param text the key of the text citizens read, such as {@code vi/salt-for-durian}
 * @param staleAfter an older value says nothing about now: it neither raises nor clears, and a
 *     longer gap interrupts what was holding. What comes later than this after it was measured
 *     belongs to the windows and alerts nobody
 */
public record Rule(
    RuleId id,
    Optional<Quantity> quantity,
    Set<StationId> stations,
    Optional<StationId> place,
    Condition raise,
    Duration raiseFor,
    Condition clear,
    Duration clearFor,
    Severity severity,
    List<Rung> ladder,
    Schedule schedule,
    Optional<Damping> damping,
    String text,
    Duration staleAfter) {
  public Rule {
    stations = Set.copyOf(stations);
    ladder = List.copyOf(ladder);
    if (!isHysteresis(raise, clear)) {
      throw new IllegalArgumentException(
          "rule "
              + id
              + ": the clear level must lie on the other side, at or beyond the raise level");
    }
    if (!isRising(severity, ladder)) {
      throw new IllegalArgumentException(
          "rule " + id + ": each step of the ladder must be more severe than the one before");
    }
  }

  /** The newest value of each station against two thresholds. */
  public Rule(
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
    this(
        id,
        Optional.of(quantity),
        stations,
        Optional.empty(),
        new Condition.Beyond(quantity, new Measure.Newest(), raise),
        raiseFor,
        new Condition.Beyond(quantity, new Measure.Newest(), clear),
        clearFor,
        severity,
        List.of(),
        Schedule.ALWAYS,
        Optional.empty(),
        text,
        staleAfter);
  }

  /** What happened longer ago than this does not matter to it. */
  public Duration looksBack() {
    Stream<Duration> own = Stream.of(raiseFor, clearFor, staleAfter, window());
    return longest(Stream.concat(own, ladder.stream().map(Rung::holdFor)));
  }

  /**
   * How long a time of values it has to know of to judge the next one: a window ends with the
   * newest value, and that may be as old as a value may be. So may one that lies beside the next.
   */
  public Duration window() {
    Duration widest = longest(conditions().map(Condition::lookBack));
    return widest.isZero() && !goesByTime() ? Duration.ZERO : widest.plus(staleAfter);
  }

  /**
   * Whether the mere passing of time tells it something new, so that it needs no fresh value: also
   * where it looks at several series, of which one may grow old while another is told of.
   */
  boolean goesByTime() {
    return conditions().anyMatch(Condition::goesByTime)
        || conditions().flatMap(Rule::series).distinct().count() > 1;
  }

  private static Stream<List<Object>> series(Condition condition) {
    return condition instanceof Condition.Beyond beyond
        ? Stream.of(List.of(beyond.station(), beyond.quantity()))
        : Stream.empty();
  }

  private Stream<Condition> conditions() {
    return Stream.concat(Stream.of(raise, clear), ladder.stream().map(Rung::raise));
  }

  private static Duration longest(Stream<Duration> spans) {
    return spans.reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other);
  }

  /** The condition of the step that makes an alert so severe; an alert may begin on any of them. */
  public Condition breach(Severity reached) {
    return ladder.stream()
        .filter(rung -> rung.severity() == reached)
        .map(Rung::raise)
        .findFirst()
        .orElse(raise);
  }

  /** Where its alerts are told. */
  public Set<StationId> places() {
    return place.map(Set::of).orElse(stations);
  }

  /** Whether there is anything left for it to judge there. */
  public boolean isWatchedAt(StationId at, Registry registry) {
    return registry.station(at).isPresent()
        && stations.stream().anyMatch(station -> registry.station(station).isPresent());
  }

  /** Whether no number can be a breach and safe at once, where both judge numbers of one kind. */
  public static boolean isHysteresis(Condition raise, Condition clear) {
    if (raise instanceof Condition.Beyond breach && clear instanceof Condition.Beyond safe) {
      return !breach.isComparableTo(safe) || !breach.level().meets(safe.level());
    }
    return !(raise instanceof Condition.Seen breach
        && clear instanceof Condition.Seen safe
        && breach.station().equals(safe.station())
        && breach.times().meets(safe.times()));
  }

  private static boolean isRising(Severity first, List<Rung> ladder) {
    Severity before = first;
    for (Rung rung : ladder) {
      if (rung.severity().compareTo(before) <= 0) {
        return false;
      }
      before = rung.severity();
    }
    return true;
  }
}
