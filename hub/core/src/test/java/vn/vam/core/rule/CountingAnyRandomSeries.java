package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.minutes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.StationId;

/**
 * The engine against a slow and simple reckoning, which goes through every instant at which
 * something may change and looks at all values there have been.
 */
class CountingAnyRandomSeries {
  private static final int SERIES = 60;
  private static final int VALUES = 120;
  private static final Duration WINDOW = minutes(15);
  private static final List<StationId> STATIONS =
      Stream.of("xuan-hoa", "my-tho", "go-cat").map(StationId::new).toList();

  /** What a rule makes of a window, and the same in plain numbers, oldest first. */
  private record Judged(
      String name,
      Measure measure,
      Level breach,
      Level safe,
      ToDoubleFunction<List<Double>> number,
      DoublePredicate isBreach,
      DoublePredicate isSafe) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Judged> numbers() {
    return Stream.of(
        new Judged(
            "3 within",
            new Measure.Times(new Level.Above(0.5), WINDOW),
            new Level.AtLeast(3),
            new Level.Below(2),
            values -> values.stream().filter(value -> value > 0.5).count(),
            count -> count >= 3,
            count -> count < 2),
        new Judged(
            "mean",
            new Measure.Mean(WINDOW),
            new Level.Above(0.5),
            new Level.Below(0.45),
            values -> values.stream().reduce(0.0, Double::sum) / values.size(),
            mean -> mean > 0.5,
            mean -> mean < 0.45),
        new Judged(
            "max",
            new Measure.Highest(WINDOW),
            new Level.Above(0.6),
            new Level.Below(0.5),
            values -> values.stream().reduce(-1.0, Math::max),
            most -> most > 0.6,
            most -> most < 0.5),
        new Judged(
            "min",
            new Measure.Lowest(WINDOW),
            new Level.Above(0.45),
            new Level.Below(0.4),
            values -> values.stream().reduce(9.0, Math::min),
            least -> least > 0.45,
            least -> least < 0.4),
        new Judged(
            "rises",
            new Measure.Rise(WINDOW),
            new Level.AtLeast(0.2),
            new Level.Below(0.1),
            values -> values.getLast() - values.stream().reduce(9.0, Math::min),
            rise -> rise >= 0.2,
            rise -> rise < 0.1),
        new Judged(
            "falls",
            new Measure.Fall(WINDOW),
            new Level.AtLeast(0.2),
            new Level.Below(0.1),
            values -> values.stream().reduce(-1.0, Math::max) - values.getLast(),
            fall -> fall >= 0.2,
            fall -> fall < 0.1));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void a_window_says_what_a_simple_reckoning_says(Judged judged) {
    for (int hold : new int[] {0, 4}) {
      for (int seed = 0; seed < SERIES; seed++) {
        List<Observation> series = series(seed, STATIONS.subList(0, 1));

        assertThat(told(rule(judged, hold), series))
            .as("seed %d, for %d min", seed, hold)
            .isEqualTo(reckoned(judged, hold, series));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 0", "1, 4", "2, 4", "3, 4"})
  void so_many_of_three_stations_say_what_a_simple_reckoning_says(int least, int hold) {
    for (int seed = 0; seed < SERIES; seed++) {
      List<Observation> series = series(seed, STATIONS);

      assertThat(told(together(least, hold), series))
          .as("seed %d", seed)
          .isEqualTo(reckoned(least, hold, series));
    }
  }

  @Test
  void many_alerts_are_raised_and_cleared() {
    assertThat(numbers())
        .allSatisfy(
            judged ->
                assertThat(
                        IntStream.range(0, SERIES)
                            .mapToObj(seed -> series(seed, STATIONS.subList(0, 1)))
                            .flatMap(series -> told(rule(judged, 4), series).stream())
                            .filter(line -> line.contains("cleared")))
                    .hasSizeGreaterThan(SERIES / 2));
    assertThat(
            IntStream.range(0, SERIES)
                .mapToObj(seed -> series(seed, STATIONS))
                .flatMap(series -> told(together(2, 0), series).stream())
                .filter(line -> line.contains("cleared")))
        .hasSizeGreaterThan(SERIES / 2);
  }

  private static Rule rule(Judged judged, int hold) {
    return rule(
        new Condition.Beyond(Quantity.SALINITY, judged.measure(), judged.breach()),
        new Condition.Beyond(Quantity.SALINITY, judged.measure(), judged.safe()),
        hold,
        minutes(60));
  }

  /** A station that was not heard for six minutes counts neither for nor against. */
  private static Rule together(int least, int hold) {
    return rule(
        each(new Level.Above(0.5), least),
        each(new Level.Below(0.45), 4 - least),
        hold,
        minutes(6));
  }

  private static Condition each(Level level, int least) {
    return new Condition.Several(
        STATIONS.stream()
            .<Condition>map(
                station ->
                    new Condition.Beyond(Quantity.SALINITY, new Measure.Newest(), level)
                        .at(station))
            .toList(),
        least);
  }

  private static Rule rule(Condition raise, Condition clear, int hold, Duration stale) {
    return new Rule(
        new RuleId("random"),
        Optional.of(Quantity.SALINITY),
        Set.copyOf(STATIONS),
        Optional.of(STATIONS.getFirst()),
        raise,
        minutes(hold),
        clear,
        minutes(hold),
        Severity.WATCH,
        List.of(),
        Schedule.ALWAYS,
        Optional.empty(),
        "vi/measured",
        stale);
  }

  private static List<Observation> series(int seed, List<StationId> stations) {
    Random random = new Random(seed);
    List<Observation> series = new ArrayList<>();
    Instant at = River.NOON;
    double salt = 0.45;
    for (int i = 0; i < VALUES; i++) {
      at = at.plusMillis(1_000L + random.nextInt(random.nextInt(15) == 0 ? 1_200_000 : 200_000));
      salt = Math.clamp(salt + random.nextGaussian() * 0.07, 0.2, 0.8);
      StationId station = stations.get(random.nextInt(stations.size()));
      series.add(new Observation(station, Quantity.SALINITY, salt, Quality.PASS, at));
    }
    return series;
  }

  private static List<String> told(Rule rule, List<Observation> series) {
    RuleEngine engine = new RuleEngine(List.of(rule), List.of());
    List<AlertChange> changes = new ArrayList<>();
    for (Observation next : series) {
      changes.addAll(engine.accept(next, next.at()));
    }
    changes.addAll(engine.advance(series.getLast().at()));
    return changes.stream().map(change -> change.word() + " " + change.at()).toList();
  }

  private static List<String> reckoned(Judged judged, int hold, List<Observation> series) {
    TreeSet<Instant> moments = new TreeSet<>();
    for (Observation each : series) {
      moments.add(each.at());
      moments.add(each.at().plus(WINDOW).plusMillis(1));
    }
    return walk(
        moments.headSet(series.getLast().at(), true),
        hold,
        at -> number(judged, series, at).filter(judged.isBreach()::test).isPresent(),
        at -> number(judged, series, at).filter(judged.isSafe()::test).isPresent());
  }

  private static Optional<Double> number(Judged judged, List<Observation> series, Instant at) {
    List<Observation> known = series.stream().filter(each -> !each.at().isAfter(at)).toList();
    List<Double> values =
        known.stream()
            .filter(each -> !each.at().isBefore(at.minus(WINDOW)))
            .map(Observation::value)
            .toList();
    if (values.isEmpty() && Set.of("mean", "max", "min").contains(judged.name())) {
      values = List.of(known.getLast().value());
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(judged.number().applyAsDouble(values));
  }

  private static List<String> reckoned(int least, int hold, List<Observation> series) {
    TreeSet<Instant> moments = new TreeSet<>();
    for (Observation each : series) {
      moments.add(each.at());
      moments.add(each.at().plus(minutes(6)).plusMillis(1));
    }
    return walk(
        moments.headSet(series.getLast().at(), true),
        hold,
        at -> newest(series, at).filter(value -> value > 0.5).count() >= least,
        at -> newest(series, at).filter(value -> value < 0.45).count() >= 4 - least);
  }

  /** Of each station that was heard within six minutes. */
  private static Stream<Double> newest(List<Observation> series, Instant at) {
    Map<String, Observation> newest = new TreeMap<>();
    for (Observation each : series) {
      if (!each.at().isAfter(at)) {
        newest.put(each.station().value(), each);
      }
    }
    return newest.values().stream()
        .filter(each -> !each.at().plus(minutes(6)).isBefore(at))
        .map(Observation::value);
  }

  /** From one instant to the next: what holds holds until the next one says otherwise. */
  private static List<String> walk(
      Set<Instant> moments, int hold, Predicate<Instant> breach, Predicate<Instant> safe) {
    List<String> lines = new ArrayList<>();
    boolean raised = false;
    Optional<Instant> since = Optional.empty();
    Instant end = Instant.EPOCH;
    for (Instant at : moments) {
      Optional<Instant> due = since.map(from -> from.plus(minutes(hold)));
      if (due.filter(when -> when.isBefore(at)).isPresent()) {
        raised = !raised;
        lines.add((raised ? "raised " : "cleared ") + due.get());
        since = Optional.empty();
      }
      boolean leads = raised ? safe.test(at) && !breach.test(at) : breach.test(at);
      since = leads ? since.or(() -> Optional.of(at)) : Optional.empty();
      end = at;
    }
    Instant last = end;
    boolean next = !raised;
    since
        .map(from -> from.plus(minutes(hold)))
        .filter(when -> !when.isAfter(last))
        .ifPresent(when -> lines.add((next ? "raised " : "cleared ") + when));
    return lines;
  }
}
