package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.StationId;

/** Two rules, two stations, values that wander around the levels, with gaps and doubtful ones. */
class AnyRandomSeries {
  private static final int VALUES = 400;
  private static final int BETWEEN_RESTARTS = 10;
  private static final Set<StationId> STATIONS =
      Set.of(new StationId("xuan-hoa"), new StationId("my-tho"));
  private static final List<Rule> RULES =
      List.of(
          rule("salty", new Level.Above(0.5), 7, new Level.Below(0.4), 11),
          rule("fresh", new Level.Below(0.3), 0, new Level.Above(0.45), 4));

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void raised_and_cleared_alternate(long seed) {
    Map<String, Boolean> isRaised = new HashMap<>();
    List<AlertChange> changes = ofAlerts(new Run(List.of()).takes(late(seed)).changes);

    assertThat(changes).isNotEmpty();
    assertThat(changes)
        .allSatisfy(
            change -> {
              boolean raised = change instanceof AlertChange.Raised;
              Boolean before = isRaised.put(change.rule() + "/" + change.station(), raised);
              assertThat(raised).isNotEqualTo(before != null && before);
            });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_change_is_at_or_after_the_one_before_of_its_rule_and_station(long seed) {
    Map<String, Instant> last = new HashMap<>();

    assertThat(ofAlerts(new Run(List.of()).takes(late(seed)).changes))
        .allSatisfy(
            change -> {
              Instant before = last.put(change.rule() + "/" + change.station(), change.at());
              assertThat(change.at()).isAfterOrEqualTo(before == null ? Instant.MIN : before);
            });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void restarts_change_nothing(long seed) {
    List<Observation> series = late(seed);
    Run run = new Run(List.of());
    List<AlertChange> changes = new ArrayList<>();
    for (int from = 0; from < VALUES; from += BETWEEN_RESTARTS) {
      changes.addAll(run.takes(series.subList(from, from + BETWEEN_RESTARTS)).changes);
      Map<SignalState.Subject, SignalState> signals = run.signals;
      run = new Run(run.states.values());
      run.signals.putAll(signals);
      signals.values().forEach(run.engine::recall);
      for (Observation heard : series.subList(0, from + BETWEEN_RESTARTS)) {
        run.engine.recall(heard, heard.at());
      }
    }

    assertThat(changes).isEqualTo(new Run(List.of()).takes(series).changes);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void looking_often_gives_the_same_as_looking_once(long seed) {
    List<Observation> series = inOrder(seed);
    List<AlertChange> inOneGo = new Run(List.of()).takes(series).ends(series);

    assertThat(sorted(live(series, seed))).isEqualTo(sorted(inOneGo));
  }

  /** A doubt is no part of the life of an alert. */
  private static List<AlertChange> ofAlerts(List<AlertChange> changes) {
    return changes.stream().filter(change -> !(change instanceof AlertChange.Doubted)).toList();
  }

  private static List<AlertChange> live(List<Observation> series, long seed) {
    Random random = new Random(seed);
    Run run = new Run(List.of());
    Instant now = series.getFirst().at();
    for (Observation next : series) {
      while (now.isBefore(next.at())) {
        run.passes(now);
        now = now.plusMillis(1 + random.nextInt(90_000));
      }
      run.passes(next.at().minusNanos(1));
      run.takes(List.of(next));
    }
    return run.ends(series);
  }

  /** Rules and stations do not know of each other: only the order within each matters. */
  private static List<String> sorted(List<AlertChange> changes) {
    return changes.stream().map(AlertChange::toString).sorted().toList();
  }

  private static List<Observation> inOrder(long seed) {
    Random random = new Random(seed);
    List<Observation> series = new ArrayList<>();
    Instant at = River.NOON;
    double salt = 0.4;
    for (int i = 0; i < VALUES; i++) {
      at = at.plusMillis(1_000L * (1 + random.nextInt(random.nextInt(20) == 0 ? 2_500 : 200)));
      salt = Math.clamp(salt + random.nextGaussian() * 0.06, 0, 1);
      Quality quality = random.nextInt(10) == 0 ? Quality.SUSPECT : Quality.PASS;
      series.add(new Observation(station(random), Quantity.SALINITY, salt, quality, at));
    }
    return series;
  }

  /** The same, but some values come after later ones. */
  private static List<Observation> late(long seed) {
    Random random = new Random(~seed);
    List<Observation> series = inOrder(seed);
    for (int i = 0; i + 12 < series.size(); i++) {
      if (random.nextInt(3) == 0) {
        series.add(i + 1 + random.nextInt(12), series.remove(i));
      }
    }
    return series;
  }

  private static StationId station(Random random) {
    return new StationId(random.nextBoolean() ? "xuan-hoa" : "my-tho");
  }

  private static Rule rule(String id, Level raise, int raiseFor, Level clear, int clearFor) {
    return new Rule(
        new RuleId(id),
        Quantity.SALINITY,
        STATIONS,
        raise,
        Duration.ofMinutes(raiseFor),
        clear,
        Duration.ofMinutes(clearFor),
        Severity.WATCH,
        "vi/salt",
        Duration.ofMinutes(30));
  }

  /** An engine, what it said, and what it would have left on disk. */
  private static final class Run {
    final RuleEngine engine;
    final List<AlertChange> changes = new ArrayList<>();
    final Map<String, RuleState> states = new HashMap<>();
    final Map<SignalState.Subject, SignalState> signals = new HashMap<>();

    Run(Collection<RuleState> restored) {
      engine = new RuleEngine(RULES, restored);
      restored.forEach(this::keep);
    }

    Run takes(List<Observation> series) {
      for (Observation next : series) {
        changes.addAll(engine.accept(next, next.at()));
        engine.takeChanged().forEach(this::keep);
        engine.takeSignals().forEach(this::keep);
      }
      return this;
    }

    void passes(Instant now) {
      changes.addAll(engine.advance(now));
    }

    List<AlertChange> ends(List<Observation> series) {
      passes(series.getLast().at().plus(Duration.ofDays(1)));
      return changes;
    }

    private void keep(SignalState state) {
      signals.put(state.subject(), state);
    }

    private void keep(RuleState state) {
      states.put(state.rule() + "/" + state.station(), state);
    }
  }
}
