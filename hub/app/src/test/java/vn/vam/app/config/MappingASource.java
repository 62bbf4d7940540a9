package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.reading.Quantity;
import vn.vam.payloads.Formats;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.Label;
import vn.vam.payloads.field.Scale;
import vn.vam.payloads.field.TimeFormat;
import vn.vam.payloads.mapping.FieldPath;
import vn.vam.payloads.mapping.Mapping;

class MappingASource {
  @TempDir private Path folder = Path.of("");

  @Test
  void tells_which_field_stands_where_and_in_which_unit() throws Exception {
    Mapping mapping =
        read("{ fields: { a.b: salinity_gl, /c/0: { field: ec25_us_cm, unit: mS/cm }, d: lane } }");

    assertThat(mapping.fields())
        .containsExactly(
            Map.entry(FieldPath.of("/a/b"), new Field.Gauge(Quantity.SALINITY, Scale.AS_IS)),
            Map.entry(FieldPath.of("c.0"), new Field.Gauge(Quantity.EC25, Scale.THOUSANDFOLD)),
            Map.entry(FieldPath.of("d"), Label.LANE));
  }

  @Test
  void tells_device_time_sentinels_and_samples() throws Exception {
    Mapping mapping =
        read(
            "{ device: sn, time: m.t, time_format: ms, sentinels: [-999, 65535], samples: /data }");

    assertThat(mapping.device()).contains(FieldPath.of("sn"));
    assertThat(mapping.time()).contains(FieldPath.of("m.t"));
    assertThat(mapping.timeFormat()).isEqualTo(TimeFormat.MS);
    assertThat(mapping.sentinels()).containsExactlyInAnyOrder(-999.0, 65535.0);
    assertThat(mapping.samples()).contains(FieldPath.of("data"));
  }

  @Test
  void leaves_everything_open_when_it_is_not_there() throws Exception {
    assertThat(load("format: flat").mapping()).isEqualTo(Mapping.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ fields: { a..b: salinity_gl } }     | .fields.a..b   | a path looks like",
        "{ fields: { /a/~2: salinity_gl } }    | .fields./a/~2  | a path looks like",
        "{ fields: { a: sweetness } }          | .fields.a      | expected one of salinity_gl",
        "{ fields: { a: { unit: m } } }        | .fields.a.field | found nothing",
        "{ fields: { a: { field: level_m, unit: V } } } | .fields.a.unit | level_m can be written in",
        "{ fields: { a: { field: lane, unit: m } } } | .fields.a.unit | lane can be written in",
        "{ fields: { a: { feld: level_m } } }  | .fields.a.feld | no such setting",
        "{ fields: [ a ] }                     | .fields        | expected a block",
        "{ device: /a//b }                     | .device        | a path looks like",
        "{ time: '' }                          | .time          | expected a text",
        "{ time_format: rfc3339 }              | .time_format   | expected one of auto, iso, ms",
        "{ sentinels: [ none ] }               | .sentinels[0]  | expected a number",
        "{ samples: a. }                       | .samples       | a path looks like",
        "{ arrays: a }                         | .arrays        | no such setting",
      })
  void complains_of_what_it_cannot_mean(String mapping, String path, String expected) {
    BadConfig bad =
        catchThrowableOfType(BadConfig.class, () -> load("format: flat, mapping: " + mapping));

    assertThat(bad.complaints())
        .anySatisfy(
            complaint -> {
              assertThat(complaint.path()).isEqualTo("sources[0].mapping" + path);
              assertThat(complaint.expected()).contains(expected);
              assertThat(complaint.example()).isNotBlank();
            });
  }

  @Test
  void is_refused_where_messages_have_one_shape() {
    BadConfig bad =
        catchThrowableOfType(BadConfig.class, () -> load("format: native, mapping: { time: t }"));

    assertThat(bad.complaints())
        .singleElement()
        .satisfies(complaint -> assertThat(complaint.path()).isEqualTo("sources[0].mapping"));
  }

  private Mapping read(String mapping) throws IOException, BadConfig {
    return load("format: flat, mapping: " + mapping).mapping();
  }

  private SourceConfig load(String settings) throws IOException, BadConfig {
    String yaml =
        "sources: [ { id: plain, broker: embedded, filters: [a/#], %s } ]".formatted(settings);
    Path file = Files.writeString(folder.resolve("vam.yaml"), yaml);
    return new ConfigReader(new TreeSet<>(Formats.names()), new TreeSet<>(), Map.of())
        .read(file)
        .sources()
        .getFirst();
  }
}
