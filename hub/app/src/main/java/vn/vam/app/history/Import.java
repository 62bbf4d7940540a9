package vn.vam.app.history;

import java.io.IOException;
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
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;

/**
 * A history file into the store, past rules and books: nobody is alerted of what is over. Its
 * points carry a device of their own, so that they never mix with what a probe sent, and say that
 * nobody judged them, or that they cannot be.
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
    try (HistoryFile rows = HistoryFile.open(file)) {
      for (String line = rows.next();
          line != null && complaints.size() < MOST_COMPLAINTS;
          line = rows.next()) {
        complaint(line)
            .map(wrong -> file + ":" + rows.number() + ": " + wrong)
            .ifPresent(complaints::add);
      }
      if (complaints.size() == MOST_COMPLAINTS) {
        complaints.add(file + ": no more than the first " + MOST_COMPLAINTS + " mistakes are told");
      }
    }
    return complaints;
  }

  private Optional<String> complaint(String line) {
    try {
      HistoryRow.read(line, registry);
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.ofNullable(wrong.getMessage());
    }
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
    try (HistoryFile lines = HistoryFile.open(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        feed.add(point(HistoryRow.read(line, registry)));
        rows++;
      }
    }
    feed.flush();
    return new Result(rows, feed.written(), feed.refused());
  }

  private static Point point(HistoryRow row) {
    return switch (row) {
      case HistoryRow.Value value -> measured(value);
      case HistoryRow.Event event -> seen(event);
    };
  }

  private static Point measured(HistoryRow.Value row) {
    TreeMap<String, String> tags = tags(row);
    if (row.kind() == Kind.TRAFFIC) {
      tags.putAll(Map.of("lane", "all", "direction", "both"));
    }
    Quality quality = row.quantity().isPossible(row.value()) ? Quality.NOT_EVALUATED : Quality.FAIL;
    TreeMap<String, Value> fields = fields(quality);
    fields.put(row.quantity().field(), new Value.Number(row.value()));
    return new Point(row.kind().measurement(), tags, fields, row.time().toInstant());
  }

  private static Point seen(HistoryRow.Event row) {
    TreeMap<String, String> tags = tags(row);
    tags.put("type", row.type().word());
    TreeMap<String, Value> fields = fields(Quality.NOT_EVALUATED);
    fields.put("event_id", new Value.Text(DEVICE + "-" + row.time().toInstant().toEpochMilli()));
    fields.put("phase", new Value.Text(CameraPhase.NEW.word()));
    return new Point(Kind.CAMERA.measurement(), tags, fields, row.time().toInstant());
  }

  private static TreeMap<String, String> tags(HistoryRow row) {
    return new TreeMap<>(Map.of("device", DEVICE, "station", row.station().id().value()));
  }

  private static TreeMap<String, Value> fields(Quality quality) {
    return new TreeMap<>(Map.of("quality", new Value.Number(quality.flag())));
  }
}
