package vn.vam.app.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
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

/** Which alerts rules would have raised on a history; the engine is the live hub's. */
public final class Backtest {
  private final RuleEngine engine;
  private final List<PastReading> readings;
  private final Optional<Instant> until;

  private Backtest(List<Rule> rules, List<PastReading> readings, Optional<Instant> until) {
    this.engine = RuleEngine.explaining(rules);
    this.readings = readings.stream().sorted(Comparator.comparing(PastReading::at)).toList();
    this.until = until;
  }

  /**
   * @throws IllegalArgumentException that names file, line and field of the first mistake
   */
  public static Backtest of(List<Rule> rules, Registry registry, Path file, BufferedReader csv)
      throws IOException {
    List<PastReading> readings = new ArrayList<>();
    HistoryFile lines = new HistoryFile(csv);
    for (String line = lines.next(); line != null; line = lines.next()) {
      readings.add(reading(line, registry, file, lines.number()));
    }
    return new Backtest(rules, readings, Optional.empty());
  }

  private static PastReading reading(String line, Registry registry, Path file, int number) {
    try {
      return HistoryRow.reading(line, registry);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(file + ":" + number + ": " + wrong.getMessage(), wrong);
    }
  }

  /**
   * @param until time passes up to here once the last reading was told; to that reading where
   *     absent
   */
  public static Backtest of(List<Rule> rules, List<PastReading> readings, Optional<Instant> until) {
    return new Backtest(rules, readings, until);
  }

  /**
   * What came of it.
   *
   * @param lines a line a change
   * @param explanations of each rule at each of its places
   * @param firings how often, when and for how long each of them stood
   */
  public record Result(List<String> lines, List<Explanation> explanations, List<Firings> firings) {}

  /**
   * @param line takes {@code TIME raised|escalated|cleared RULE STATION VALUE}
   */
  public Result run(Consumer<String> line) {
    List<AlertChange> told = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    ZoneOffset offset = ZoneOffset.UTC;
    for (PastReading next : readings) {
      offset = next.offset();
      // Timers that fell due before this reading belong before it, whichever station it is of.
      List<AlertChange> due = sorted(engine.advance(next.at().minusNanos(1)));
      List<AlertChange> changes = sorted(engine.accept(next.reading(), next.at()));
      told.addAll(due);
      told.addAll(changes);
      write(due, offset, lines);
      write(changes, offset, lines);
    }
    if (until.isPresent()) {
      List<AlertChange> due = sorted(engine.advance(until.get()));
      told.addAll(due);
      write(due, offset, lines);
    }
    lines.forEach(line);
    return new Result(lines, engine.explain(end()), Firings.of(told, end(), offset));
  }

  private Instant end() {
    return until.orElse(readings.isEmpty() ? Instant.EPOCH : readings.getLast().at());
  }

  private static List<AlertChange> sorted(List<AlertChange> changes) {
    return changes.stream().sorted(Comparator.comparing(AlertChange::at)).toList();
  }

  private static void write(List<AlertChange> changes, ZoneOffset offset, List<String> lines) {
    changes.forEach(change -> lines.add(ChangeLine.of(change, offset)));
  }
}
