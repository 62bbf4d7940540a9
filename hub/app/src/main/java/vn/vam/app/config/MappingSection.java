package vn.vam.app.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.FieldNames;
import vn.vam.payloads.field.TimeFormat;
import vn.vam.payloads.mapping.FieldPath;
import vn.vam.payloads.mapping.Mapping;

/** Reads the {@code mapping} of a source. */
final class MappingSection {
  private static final String FIELD = "DS18B20.Temperature: temperature_c";
  private static final String IN_A_UNIT = "/a/0/b: { field: ec25_us_cm, unit: mS/cm }";

  private MappingSection() {}

  static Mapping read(ConfigNode node) {
    node.only("fields", "device", "time", "time_format", "sentinels", "samples");
    return new Mapping(
        fields(node.at("fields")),
        pathAt(node, "device", "device: sn"),
        pathAt(node, "time", "time: meta.when"),
        node.at("time_format").choice(TimeFormat.byWord(), TimeFormat.AUTO, "time_format: ms"),
        sentinels(node.at("sentinels")),
        pathAt(node, "samples", "samples: /data"));
  }

  private static Map<FieldPath, Field> fields(ConfigNode node) {
    Map<FieldPath, Field> fields = new LinkedHashMap<>();
    node.entries("fields: { " + FIELD + " }")
        .forEach(
            (written, target) ->
                path(target, written, FIELD)
                    .ifPresent(path -> field(target).ifPresent(field -> fields.put(path, field))));
    return fields;
  }

  private static Optional<Field> field(ConfigNode target) {
    if (!target.isBlock()) {
      return named(target, FIELD);
    }
    target.only("field", "unit");
    Optional<Field> field = named(target.at("field"), "field: ec25_us_cm");
    return target
        .maybe("unit")
        .map(unit -> field.flatMap(known -> inUnit(known, unit)))
        .orElse(field);
  }

  private static Optional<Field> named(ConfigNode node, String example) {
    Optional<Field> field = FieldNames.own(node.text(example));
    if (field.isEmpty() && node.isPresent()) {
      node.complain("expected one of " + String.join(", ", FieldNames.ours()), example);
    }
    return field;
  }

  private static Optional<Field> inUnit(Field field, ConfigNode unit) {
    String written = unit.text("unit: mS/cm");
    Optional<Field> inUnit =
        field instanceof Field.Gauge gauge
            ? gauge.in(written).map(Field.class::cast)
            : Optional.empty();
    if (inUnit.isEmpty()) {
      unit.complain(
          "expected a unit %s can be written in, found '%s'".formatted(field.word(), written),
          IN_A_UNIT);
    }
    return inUnit;
  }

  private static Optional<FieldPath> pathAt(ConfigNode node, String key, String example) {
    return node.maybe(key).flatMap(said -> path(said, said.text(example), example));
  }

  private static Optional<FieldPath> path(ConfigNode where, String written, String example) {
    try {
      return Optional.of(FieldPath.of(written));
    } catch (IllegalArgumentException noPath) {
      where.complain("expected a path: " + noPath.getMessage(), example);
      return Optional.empty();
    }
  }

  private static Set<Double> sentinels(ConfigNode node) {
    return node.items("sentinels: [-999, 65535]").stream()
        .map(value -> value.number(-1e15, 1e15, "-999"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
