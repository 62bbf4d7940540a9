package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.reading.CameraEventType;
import vn.vam.payloads.Formats;
import vn.vam.payloads.camera.CameraSettings;
import vn.vam.payloads.camera.Plates;

class TellingOfCameras {
  private static final String KEY = "a key of this test, long enough to be one";

  @TempDir private Path folder = Path.of("");

  @Test
  void tells_what_their_words_mean() throws Exception {
    CameraSettings cameras =
        source(
            "events: { 'zone:Quay_water': flood, 'label:boat': vehicle, 'rule:A b': red-light }");

    assertThat(cameras.types().ofZone("quay_water")).contains(CameraEventType.FLOOD);
    assertThat(cameras.types().ofLabel("boat")).contains(CameraEventType.VEHICLE);
    assertThat(cameras.types().ofRule("a B")).contains(CameraEventType.RED_LIGHT);
    assertThat(cameras.types().ofLabel("person")).contains(CameraEventType.PERSON);
  }

  @Test
  void drops_plates_unless_it_is_told_otherwise() throws Exception {
    assertThat(source("zone: UTC").plates()).isEqualTo(Plates.DROPPED);
    assertThat(source("plates: masked").plates()).isEqualTo(Plates.MASKED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "events: { quay_water: flood }     | sources[0].events.quay_water | zone:NAME",
        "events: { 'zone:': flood }        | sources[0].events.zone:      | zone:NAME",
        "events: { 'zone:quay': wet }      | sources[0].events.zone:quay  | expected one of accident",
        "events: [ flood ]                 | sources[0].events            | expected a block",
        "plates: shown                     | sources[0].plates            | dropped, masked",
        "faces: masked                     | sources[0].faces             | no such setting",
      })
  void complains_of_what_it_cannot_mean(String setting, String path, String expected) {
    complains(setting, "{}", path, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ sealing_key: short }                       | log.sealing_key | at least 32 characters",
        "{ sealing_key: '${file:/no/such/file}' }     | log.sealing_key | /no/such/file",
        "{ sealed_for: 1s }                           | log.sealed_for  | from 1m",
        "{ sealed_for: 365d }                         | log.sealed_for  | to 90d",
      })
  void complains_of_a_seal_that_is_none(String log, String path, String expected) {
    complains("zone: UTC", log, path, expected);
  }

  @Test
  void seals_nothing_without_a_key() throws Exception {
    assertThat(load("zone: UTC", "{ sealed_for: 2d }").sealing()).isEmpty();
    SealingConfig sealing =
        load("zone: UTC", "{ sealed_for: 2d, sealing_key: '%s' }".formatted(KEY))
            .sealing()
            .orElseThrow();
    assertThat(sealing.openFor()).isEqualTo(Duration.ofDays(2));
    assertThat(sealing.toString()).doesNotContain(KEY);
  }

  private void complains(String setting, String log, String path, String expected) {
    BadConfig bad = catchThrowableOfType(BadConfig.class, () -> load(setting, log));

    assertThat(bad.complaints())
        .anySatisfy(
            complaint -> {
              assertThat(complaint.path()).isEqualTo(path);
              assertThat(complaint.expected()).contains(expected);
              assertThat(complaint.example()).isNotBlank();
            });
  }

  private CameraSettings source(String setting) throws IOException, BadConfig {
    return load(setting, "{}").sources().getFirst().cameras();
  }

  private HubConfig load(String setting, String log) throws IOException, BadConfig {
    String yaml =
        "sources: [ { id: gate, broker: embedded, filters: [a/#], format: frigate, %s } ]\nlog: %s"
            .formatted(setting, log);
    Path file = Files.writeString(folder.resolve("vam.yaml"), yaml);
    return new ConfigReader(new TreeSet<>(Formats.names()), new TreeSet<>(), Map.of()).read(file);
  }
}
