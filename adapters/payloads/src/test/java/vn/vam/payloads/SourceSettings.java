package vn.vam.payloads;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.field.TimeFormat;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.format.TopicPattern;
import vn.vam.payloads.mapping.FieldPath;
import vn.vam.payloads.mapping.Mapping;

/**
 * What a source's configuration says, a setting a line: {@code topic P}, {@code zone Z}, {@code
 * field PATH NAME [UNIT]}, {@code device PATH}, {@code time PATH}, {@code time_format F}, {@code
 * sentinel N}, {@code samples PATH}.
 */
record SourceSettings(List<List<String>> lines) {
  static SourceSettings of(String text) {
    return new SourceSettings(text.lines().map(line -> List.of(line.split(" ", 4))).toList());
  }

  DecoderContext in(DecoderContext context) {
    DecoderContext mapped = context.withMapping(mapping());
    mapped = one("topic").map(TopicPattern::of).map(mapped::withTopic).orElse(mapped);
    return one("zone").map(ZoneId::of).map(mapped::withZone).orElse(mapped);
  }

  private Mapping mapping() {
    Map<FieldPath, Field> fields = new LinkedHashMap<>();
    Set<Double> sentinels = new HashSet<>();
    for (List<String> line : lines) {
      if (line.getFirst().equals("field")) {
        fields.put(FieldPath.of(line.get(1)), field(line));
      } else if (line.getFirst().equals("sentinel")) {
        sentinels.add(Double.valueOf(line.get(1)));
      }
    }
    return new Mapping(
        fields,
        one("device").map(FieldPath::of),
        one("time").map(FieldPath::of),
        one("time_format").map(TimeFormat.byWord()::get).orElse(TimeFormat.AUTO),
        sentinels,
        one("samples").map(FieldPath::of));
  }

  private static Field field(List<String> line) {
    Field field = FieldNames.own(line.get(2)).orElseThrow();
    return line.size() > 3 ? ((Field.Gauge) field).in(line.get(3)).orElseThrow() : field;
  }

  private Optional<String> one(String key) {
    return lines.stream()
        .filter(line -> line.getFirst().equals(key))
        .map(line -> line.get(1))
        .findFirst();
  }
}
