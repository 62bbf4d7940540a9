package vn.vam.core.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WritingLineProtocol {
  private static final Instant NOON = Instant.ofEpochMilli(1_773_316_800_000L);

  @Test
  void sorts_tags_and_fields_and_ends_with_milliseconds() {
    Point point =
        point("salinity", Map.of("station", "s", "device", "d"), Map.of("b", 2.5, "a", 1e3));

    assertThat(LineProtocol.of(point))
        .isEqualTo("salinity,device=d,station=s a=1000,b=2.5 1773316800000");
  }

  @Test
  void never_writes_an_exponent() {
    Point point = point("m", Map.of(), Map.of("tiny", 1.5e-7, "huge", 1.25e20));

    assertThat(LineProtocol.of(point))
        .isEqualTo("m huge=125000000000000000000,tiny=0.00000015 1773316800000");
  }

  @Test
  void escapes_separators_in_names_and_turns_line_breaks_into_escaped_spaces() {
    Point point = point("a,b c=d", Map.of("k=1", "v,1"), Map.of("f\n2", 1.0));

    assertThat(LineProtocol.of(point)).isEqualTo("a\\,b\\ c=d,k\\=1=v\\,1 f\\ 2=1 1773316800000");
  }

  @Test
  void escapes_quotes_and_backslashes_in_text() {
    TreeMap<String, Value> fields = new TreeMap<>(Map.of("t", new Value.Text("a\"b\\c\nd e")));
    Point point = new Point("m", new TreeMap<>(), fields, NOON);

    assertThat(LineProtocol.of(point)).isEqualTo("m t=\"a\\\"b\\\\c d e\" 1773316800000");
  }

  private static Point point(
      String measurement, Map<String, String> tags, Map<String, Double> numbers) {
    TreeMap<String, Value> fields = new TreeMap<>();
    numbers.forEach((name, number) -> fields.put(name, new Value.Number(number)));
    return new Point(measurement, new TreeMap<>(tags), fields, NOON);
  }
}
