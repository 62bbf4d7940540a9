package vn.vam.app.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Observation;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.station.Registry;

/** Which alerts rules would have raised on a history; the engine is the live hub's. */
public final class Backtest {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  private final RuleEngine engine;
  private final List<HistoryRow> rows;

  private Backtest(RuleEngine engine, List<HistoryRow> rows) {
    this.engine = engine;
    this.rows = rows;
  }

  /**
   * @throws IllegalArgumentException that names file, line and field of the first mistake
   */
  public static Backtest of(List<Rule> rules, Registry registry, Path file, BufferedReader csv)
      throws IOException {
    List<HistoryRow> rows = new ArrayList<>();
    HistoryFile lines = new HistoryFile(csv);
    for (String line = lines.next(); line != null; line = lines.next()) {
      rows.add(row(line, registry, file, lines.number()));
    }
    rows.sort(Comparator.comparing(row -> row.time().toInstant()));
    return new Backtest(new RuleEngine(rules, List.of()), rows);
  }

  private static HistoryRow row(String line, Registry registry, Path file, int number) {
    try {
      return HistoryRow.read(line, registry);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(file + ":" + number + ": " + wrong.getMessage(), wrong);
    }
  }

  /**
   * @param line takes {@code TIME raised|cleared RULE STATION VALUE}
   */
  public void run(Consumer<String> line) {
    for (HistoryRow row : rows) {
      Observation observation = row.observation();
      ZoneOffset offset = row.time().getOffset();
      // Timers that fell due before this row belong before it, whichever station it is of.
      tell(engine.advance(observation.at().minusNanos(1)), offset, line);
      tell(engine.accept(observation, observation.at()), offset, line);
    }
  }

  private static void tell(List<AlertChange> changes, ZoneOffset offset, Consumer<String> line) {
    changes.stream()
        .sorted(Comparator.comparing(AlertChange::at))
        .forEach(change -> line.accept(written(change, offset)));
  }

  private static String written(AlertChange change, ZoneOffset offset) {
    String word =
        switch (change) {
          case AlertChange.Raised raised -> "raised";
          case AlertChange.Cleared cleared -> "cleared";
        };
    return "%s %s %s %s %s"
        .formatted(
            time(change.at(), offset),
            word,
            change.rule(),
            change.station(),
            number(change.value()));
  }

  private static String time(Instant at, ZoneOffset offset) {
    return TIME.format(at.atOffset(offset));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
