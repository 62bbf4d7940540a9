package vn.vam.payloads.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.json.Limits;
import vn.vam.payloads.step.Step;

/**
 * Reads lines by the reference of the line protocol: {@code measurement[,tag=value…]
 * field=value[,…] [time]}, comments behind {@code #}, a backslash before a comma, a blank or an
 * equals sign that belongs to a name, and in texts before a quote or a backslash. A line that
 * breaks the rules costs the whole message: it is kept, and nothing of it is guessed. Used once.
 */
public final class LineReader {
  private static final String IN_MEASUREMENT = ", ";
  private static final String IN_NAME = ",= ";
  private static final String IN_TEXT = "\"\\";
  private static final Pattern TIME = Pattern.compile("-?(\\d{1,18}|[0-8]\\d{18})");

  /** What makes two lines the same point: the later one's fields are added, and count. */
  private record Series(String measurement, Map<String, String> tags, Optional<JsonNode> time) {}

  private static final class Point {
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();
    private String written = "";

    void merge(Map<String, JsonNode> more, String line) {
      fields.putAll(more);
      written = written.isEmpty() ? line : written + '\n' + line;
    }
  }

  private final Cursor cursor;
  private final Limits limits;
  private final Optional<DeviceId> device;
  private final Map<Series, Point> points = new LinkedHashMap<>();
  private long tokens;

  private LineReader(String text, Limits limits, Optional<DeviceId> device) {
    this.cursor = new Cursor(text);
    this.limits = limits;
    this.device = device;
  }

  /**
   * At least one line; those of the same point are merged.
   *
   * @param device that sent them, where the topic tells
   */
  public static Step<List<Line>> read(String text, Limits limits, Optional<DeviceId> device) {
    return new LineReader(text, limits, device).read();
  }

  private Step<List<Line>> read() {
    while (isAtLine()) {
      Step<Series> line = line();
      if (line instanceof Step.Stop<Series> stop) {
        return new Step.Stop<>(stop.outcome());
      }
    }
    return points.isEmpty()
        ? expected("a line such as salinity,device=a salinity_gl=4.2")
        : new Step.Go<>(points.entrySet().stream().map(LineReader::line).toList());
  }

  private static Line line(Map.Entry<Series, Point> entry) {
    Series series = entry.getKey();
    Point point = entry.getValue();
    return new Line(
        series.measurement(), series.tags(), point.fields, point.written, series.time());
  }

  /** Goes over blank lines and comments. */
  private boolean isAtLine() {
    while (!cursor.isAtEnd()) {
      char c = cursor.peek();
      if (c == '#') {
        skipLine();
      } else if (c == '\n' || c == '\r' || c == ' ') {
        cursor.step();
      } else {
        return true;
      }
    }
    return false;
  }

  private void skipLine() {
    while (!cursor.isAtEnd() && cursor.peek() != '\n') {
      cursor.step();
    }
  }

  private Step<Series> line() {
    int start = cursor.at();
    String measurement = name(IN_MEASUREMENT);
    return measurement.isEmpty()
        ? expected("a measurement")
        : tags().then(tags -> fields().then(fields -> point(start, measurement, tags, fields)));
  }

  private Step<Series> point(
      int start, String measurement, Map<String, String> tags, Map<String, JsonNode> fields) {
    return time()
        .then(
            time -> {
              Series series = new Series(measurement, tags, time);
              points
                  .computeIfAbsent(series, first -> new Point())
                  .merge(fields, cursor.since(start));
              return tokens > limits.tokens() ? tooLarge() : new Step.Go<>(series);
            });
  }

  private Step<Map<String, String>> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    while (cursor.take(',')) {
      String key = name(IN_NAME);
      if (key.isEmpty() || !cursor.take('=')) {
        return expected("a tag such as device=a");
      }
      String value = name(IN_NAME);
      if (value.isEmpty() || tags.putIfAbsent(key, value) != null) {
        return expected("a value for each tag, and each tag once");
      }
    }
    return skipBlanks() ? new Step.Go<>(tags) : expected("a blank and a field behind the tags");
  }

  private Step<Map<String, JsonNode>> fields() {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    do {
      String key = name(IN_NAME);
      if (key.isEmpty() || !cursor.take('=')) {
        return expected("a field such as salinity_gl=4.2");
      }
      Optional<JsonNode> value = value();
      if (value.isEmpty()) {
        return expected("a value such as 4.2, 42i, true or \"text\" before this");
      }
      fields.put(key, value.orElseThrow());
    } while (cursor.take(','));
    return new Step.Go<>(fields);
  }

  private Optional<JsonNode> value() {
    return cursor.take('"') ? text() : FieldValue.of(name(IN_NAME));
  }

  /** Behind the opening quote; a line break belongs to the text. */
  private Optional<JsonNode> text() {
    StringBuilder text = new StringBuilder();
    while (!cursor.isAtEnd()) {
      if (cursor.take('"')) {
        return Optional.of(TextNode.valueOf(text.toString()));
      }
      if (cursor.escapes(IN_TEXT)) {
        cursor.step();
      }
      text.append(cursor.step());
    }
    return Optional.empty();
  }

  private Step<Optional<JsonNode>> time() {
    boolean separated = skipBlanks();
    String written = name(" ");
    skipBlanks();
    boolean fits = written.isEmpty() || separated && TIME.matcher(written).matches();
    return fits && cursor.isAtEndOfLine()
        ? new Step.Go<>(
            Optional.of(written)
                .filter(time -> !time.isEmpty())
                .map(time -> LongNode.valueOf(Long.parseLong(time))))
        : expected("a whole number since 1970, or the end of the line, before this");
  }

  private boolean skipBlanks() {
    boolean any = false;
    while (cursor.take(' ')) {
      any = true;
    }
    return any;
  }

  /** Up to the first of these that no backslash stands before, or the end of the line. */
  private String name(String ends) {
    tokens++;
    StringBuilder name = new StringBuilder();
    while (!cursor.isAtEndOfLine() && ends.indexOf(cursor.peek()) < 0) {
      if (cursor.escapes(ends)) {
        cursor.step();
      }
      name.append(cursor.step());
    }
    return name.toString();
  }

  private <T> Step<T> expected(String what) {
    return stop(RejectReason.MALFORMED_TEXT, "expected " + what);
  }

  private <T> Step<T> tooLarge() {
    return stop(
        RejectReason.TOO_LARGE, "expected at most %d names and values".formatted(limits.tokens()));
  }

  private <T> Step<T> stop(RejectReason reason, String detail) {
    return new Step.Stop<>(
        new Outcome.Rejected(device, reason, Optional.empty(), cursor.where() + detail));
  }
}
