package vn.vam.core.rule;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.StationId;

/**
 * How many readings one core judges in a second, by how many rules there are. Two hundred stations
 * report in turn, every minute, values that go up and down with the tide; each rule watches one of
 * them at a level of its own, every other one for ten minutes. What is printed beside JMH's own
 * figure is by the thread's own time, which others on the machine do not change.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadingsASecond {
  private static final int STATIONS = 200;
  private static final int MINUTES_A_TIDE = 745;
  private static final Instant START = Instant.parse("2026-03-12T05:00:00Z");

  @Param({"200", "10000", "100000"})
  private int rules;

  private final List<StationId> stations = new ArrayList<>();
  private final double[][] values = new double[STATIONS][MINUTES_A_TIDE];
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private RuleEngine engine = new RuleEngine(List.of(), List.of());
  private long next;
  private long begunAt;
  private long begunWith;

  @Setup
  public void begin() {
    Random random = new Random(7);
    for (int n = 0; n < STATIONS; n++) {
      stations.add(new StationId("station-" + n));
    }
    for (double[] tide : values) {
      double mean = random.nextDouble(1, 6);
      double swing = random.nextDouble(0.2, 0.5) * mean;
      double phase = random.nextDouble(2 * Math.PI);
      for (int minute = 0; minute < MINUTES_A_TIDE; minute++) {
        double angle = 2 * Math.PI * minute / MINUTES_A_TIDE + phase;
        tide[minute] = mean + swing * Math.sin(angle) + random.nextGaussian() * 0.005;
      }
    }
    List<Rule> all = new ArrayList<>();
    for (int n = 0; n < rules; n++) {
      all.add(rule(n, random.nextDouble(0.5, 10)));
    }
    engine = new RuleEngine(all, List.of());
    next = 0;
  }

  @Setup(Level.Iteration)
  public void start() {
    begunAt = threads.getCurrentThreadCpuTime();
    begunWith = next;
  }

  @TearDown(Level.Iteration)
  public void tell() {
    double seconds = (threads.getCurrentThreadCpuTime() - begunAt) / 1e9;
    System.out.printf(
        Locale.ROOT, "%d rules: %,.0f readings a second of its own; ", rules, (next - begunWith) / seconds);
  }

  private Rule rule(int number, double level) {
    Duration hold = number % 2 == 0 ? Duration.ZERO : Duration.ofMinutes(10);
    return new Rule(
        new RuleId("rule-" + number),
        Quantity.SALINITY,
        Set.of(stations.get(number % STATIONS)),
        new vn.vam.core.rule.Level.Above(level),
        hold,
        new vn.vam.core.rule.Level.Below(level * 0.9),
        hold,
        Severity.WATCH,
        "vi/salt",
        Duration.ofHours(1));
  }

  /** With the tide: limits are crossed, timers run, alerts are raised and cleared. */
  @Benchmark
  public int tide() {
    return reading((int) (next / STATIONS % MINUTES_A_TIDE));
  }

  /** Between the tides: nothing is crossed, however many limits there are. */
  @Benchmark
  public int slack() {
    return reading(0);
  }

  /** As the hub does it: a reading in, time passes now and then, and what changed is kept. */
  private int reading(int minute) {
    int station = (int) (next % STATIONS);
    Instant at = START.plusSeconds(next / STATIONS * 60);
    Observation observation =
        new Observation(
            stations.get(station), Quantity.SALINITY, values[station][minute], Quality.PASS, at);
    int changes = engine.accept(observation, at).size();
    next++;
    if (next % 1_000 == 0) {
      changes += engine.advance(at).size() + engine.takeChanged().size();
    }
    return changes;
  }
}
