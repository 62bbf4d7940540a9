package vn.vam.app.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Value;
import vn.vam.core.reading.Quality;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;

/**
 * A history file into the store, past rules and books: nobody is alerted of what is over. Its
 * points carry a device of their own, so that they never mix with what a probe sent, and say that
 * nobody judged them.
 */
public final class Import {
  /** The device tag of everything imported. */
  public static final String DEVICE = "import";

  private static final int MOST_COMPLAINTS = 20;

  private final Path file;
  private final Registry registry;

  public Import(Path file, Registry registry) {
    this.file = file;
    this.registry = registry;
  }

  /** What came of it. */
  public record Result(long rows, long written, long refused) {}

  /** What is wrong with the file, by line; empty when it can be imported. */
  public List<String> complaints() throws IOException {
    List<String> complaints = new ArrayList<>();
    try (BufferedReader csv = Files.newBufferedReader(file)) {
      HistoryFile rows = new HistoryFile(csv);
      for (String line = rows.next();
          line != null && complaints.size() < MOST_COMPLAINTS;
          line = rows.next()) {
        complaint(line)
            .map(wrong -> file + ":" + rows.number() + ": " + wrong)
            .ifPresent(complaints::add);
      }
    }
    return complaints;
  }

  private Optional<String> complaint(String line) {
    try {
      row(line);
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.ofNullable(wrong.getMessage());
    }
  }

  private HistoryRow row(String line) {
    HistoryRow row = HistoryRow.read(line, registry);
    if (kind(row) == Kind.CAMERA) {
      throw new IllegalArgumentException(
          "station: expected one that measures, %s is a camera".formatted(row.station()));
    }
    if (!row.quantity().isPossible(row.value())) {
      throw new IllegalArgumentException(
          "value: expected %s to %s %s"
              .formatted(row.quantity().least(), row.quantity().most(), row.quantity().unit()));
    }
    return row;
  }

  private Kind kind(HistoryRow row) {
    return registry.station(row.station()).orElseThrow().kind();
  }

  /**
   * A file without {@link #complaints}. Doing it twice changes nothing.
   *
   * @param progress takes a line now and then
   */
  public Result into(PointStore store, Consumer<String> progress)
      throws IOException, InterruptedException {
    StoreFeed feed = new StoreFeed(store, progress);
    long rows = 0;
    try (BufferedReader csv = Files.newBufferedReader(file)) {
      HistoryFile lines = new HistoryFile(csv);
      for (String line = lines.next(); line != null; line = lines.next()) {
        feed.add(point(row(line)));
        rows++;
      }
    }
    feed.flush();
    return new Result(rows, feed.written(), feed.refused());
  }

  private Point point(HistoryRow row) {
    TreeMap<String, String> tags =
        new TreeMap<>(Map.of("device", DEVICE, "station", row.station().value()));
    if (kind(row) == Kind.TRAFFIC) {
      tags.putAll(Map.of("lane", "all", "direction", "both"));
    }
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put(row.quantity().field(), new Value.Number(row.value()));
    fields.put("quality", new Value.Number(Quality.NOT_EVALUATED.flag()));
    return new Point(kind(row).measurement(), tags, fields, row.time().toInstant());
  }
}
