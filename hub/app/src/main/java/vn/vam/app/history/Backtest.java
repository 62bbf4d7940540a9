package vn.vam.app.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Explanation;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.station.Registry;
import vn.vam.runtime.flow.RuleReader;

/** Which alerts rules would have raised on a history; the engine is the live hub's. */
public final class Backtest {
  /** In a history everything was heard when it was taken: nothing is on its way. */
  private static final Duration AT_ONCE = Duration.ofNanos(1);

  private final RunsOfAHub hub;
  private final Iterable<Heard> heard;
  private final Optional<Instant> until;
  private final Duration lateness;

  private Backtest(
      List<Rule> rules,
      Registry registry,
      Iterable<Heard> heard,
      Optional<Instant> until,
      Duration lateness) {
    this.hub = new RunsOfAHub(rules, registry);
    this.heard = heard;
    this.until = until;
    this.lateness = lateness;
  }

  /**
   * @throws IllegalArgumentException that names file, line and field of the first mistake
   */
  public static Backtest of(List<Rule> rules, Registry registry, Path file) throws IOException {
    List<PastReading> readings = new ArrayList<>();
    try (HistoryFile lines = HistoryFile.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        readings.add(reading(line, registry, file, lines.number()));
      }
    }
    return of(rules, registry, readings, Optional.empty());
  }

  private static PastReading reading(String line, Registry registry, Path file, int number) {
    try {
      return PastReading.of(HistoryRow.read(line, registry), registry);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(file + ":" + number + ": " + wrong.getMessage(), wrong);
    }
  }

  /**
   * @param until time passes up to here once the last reading was told; to that reading where
   *     absent
   */
  public static Backtest of(
      List<Rule> rules, Registry registry, List<PastReading> readings, Optional<Instant> until) {
    List<Heard> inOrder =
        readings.stream()
            .sorted(Comparator.comparing(PastReading::heardAt))
            .<Heard>map(Heard.Told::new)
            .toList();
    return new Backtest(rules, registry, inOrder, until, AT_ONCE);
  }

  /**
   * As the hub heard it that kept the log: what came late comes late again.
   *
   * @param until time passes up to here once the last reading was told; to that reading where
   *     absent
   */
  public static Backtest of(
      List<Rule> rules, Registry registry, LogHistory heard, Optional<Instant> until) {
    return new Backtest(rules, registry, heard, until, RuleEngine.LATENESS);
  }

  /**
   * What came of it.
   *
   * @param changes in the order in which they were told
   * @param lines a line a change
   * @param explanations of each rule at each of its places
   * @param firings how often, when and for how long each of them stood
   */
  public record Result(
      List<AlertChange> changes,
      List<String> lines,
      List<Explanation> explanations,
      List<Firings> firings) {}

  /**
   * @param line takes {@code TIME raised|escalated|still|cleared RULE STATION VALUE}
   */
  public Result run(Consumer<String> line) {
    List<AlertChange> told = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    ZoneOffset offset = ZoneOffset.UTC;
    Instant end = Instant.EPOCH;
    Instant patientUntil = Instant.EPOCH;
    for (Heard next : heard) {
      switch (next) {
        case Heard.Said said -> {
          offset = said.offset();
          if (!end.equals(Instant.EPOCH) && !next.heardAt().isBefore(patientUntil)) {
            // Timers that fell due before this was said belong before it, whatever its station.
            tell(hub.advance(next.heardAt().minus(lateness)), offset, told, lines);
          }
          tell(hub.accept(said), offset, told, lines);
        }
        case Heard.WentOn wentOn -> {
          Instant since = wentOn.stoodSince().orElse(Instant.EPOCH);
          if (since.isAfter(patientUntil)) {
            tell(hub.advance(since.minus(lateness)), offset, told, lines);
          }
          hub.goesOn(next.heardAt());
          patientUntil = next.heardAt().plus(RuleReader.AFTER_START);
        }
      }
      end = next.heardAt();
    }
    if (until.isPresent()) {
      end = until.get();
      tell(hub.advance(end), offset, told, lines);
    }
    lines.forEach(line);
    return new Result(told, lines, hub.explain(end), Firings.of(told, end, offset));
  }

  private static void tell(
      List<AlertChange> changes, ZoneOffset offset, List<AlertChange> told, List<String> lines) {
    changes.stream()
        .sorted(Comparator.comparing(AlertChange::at))
        .forEach(
            change -> {
              told.add(change);
              lines.add(ChangeLine.of(change, offset));
            });
  }
}
