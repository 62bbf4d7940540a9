package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.point.LineProtocol;
import vn.vam.core.point.Point;
import vn.vam.core.point.Points;
import vn.vam.core.point.Value;
import vn.vam.core.reading.Quantity;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.json.Limits;
import vn.vam.payloads.line.Line;
import vn.vam.payloads.line.LineReader;

/** What the hub writes of any point, the decoder reads: two sides of one reference. */
class ReadingBackLineProtocol {
  private static final int ROUNDS = 5_000;
  private static final Instant NOW = Instant.parse("2026-03-12T05:00:00Z");
  private static final String NASTY = "abc0 ,=\\\"'#_ướ€😀\t";

  private final Random random = new Random(20260312);

  @Test
  void names_tags_and_values_are_the_same_whatever_stands_in_them() {
    for (int i = 0; i < ROUNDS; i++) {
      SortedMap<String, String> tags = new TreeMap<>(Map.of(name(), name(), name() + "2", name()));
      SortedMap<String, Value> fields =
          new TreeMap<>(Map.of(name(), number(), name() + "2", new Value.Text(text())));
      Point point = new Point(name(), tags, fields, NOW);

      assertThat(read(LineProtocol.of(point))).as("round %d", i).isEqualTo(point);
    }
  }

  @Test
  void the_readings_of_a_probe_are_the_same() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Point> points = points(i);
      String lines = points.stream().map(LineProtocol::of).collect(Collectors.joining("\n"));

      assertThat(decoded(lines)).as("round %d: %s", i, lines).isEqualTo(points);
    }
  }

  private List<Point> points(int round) {
    List<Point> points = new ArrayList<>();
    for (int moment = random.nextInt(4); moment >= 0; moment--) {
      SortedMap<String, Value> fields = new TreeMap<>(Map.of("quality", new Value.Number(2)));
      for (Quantity quantity : EnumSet.range(Quantity.SALINITY, Quantity.BATTERY)) {
        if (random.nextBoolean() || fields.size() == 1) {
          double span = quantity.most() - quantity.least();
          double value = quantity.least() + random.nextDouble() * span;
          fields.put(quantity.field(), new Value.Number(value));
        }
      }
      SortedMap<String, String> tags =
          new TreeMap<>(Map.of("device", "probe-" + round, "station", "probe-" + round));
      points.add(new Point("salinity", tags, fields, NOW.minusMillis(moment * 60_001L)));
    }
    return points;
  }

  private static List<Point> decoded(String lines) {
    Outcome.Accepted accepted =
        (Outcome.Accepted)
            Formats.of("line-protocol", DecoderContext.withoutConfig())
                .decode(new RawMessage("s", "s", "t/x", Payload.ofText(lines), false, NOW));
    return Points.of(accepted.readings());
  }

  private static Point read(String written) {
    Line line = LineReader.read(written, Limits.USUAL, Optional.empty()).value().getFirst();
    SortedMap<String, Value> fields = new TreeMap<>();
    line.fields()
        .forEach(
            (name, value) ->
                fields.put(
                    name,
                    value.isTextual()
                        ? new Value.Text(value.textValue())
                        : new Value.Number(value.doubleValue())));
    return new Point(
        line.measurement(),
        new TreeMap<>(line.tags()),
        fields,
        Instant.ofEpochMilli(line.time().orElseThrow().longValue()));
  }

  private Value number() {
    double any = Double.longBitsToDouble(random.nextLong());
    return new Value.Number(
        Double.isFinite(any) && Math.abs(any) < 1e60 && Math.abs(any) > 1e-60 ? any : 4.2);
  }

  /**
   * As the reference of the line protocol wants it: not empty, no comment, no backslash at the end.
   */
  private String name() {
    return "n" + text().replace("\\", "") + random.nextInt(1_000_000);
  }

  private String text() {
    int[] letters = NASTY.codePoints().toArray();
    return random
        .ints(random.nextInt(12), 0, letters.length)
        .mapToObj(i -> Character.toString(letters[i]))
        .collect(Collectors.joining());
  }
}
