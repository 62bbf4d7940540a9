package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Measure;
import vn.vam.zalo.photo.PhotoHosts;

/** One file tells the hub everything; a mistake in it is found before anything is connected to. */
class ReadingAConfig {
  private static final String SOURCE =
      """
      sources:
        - { id: native, broker: embedded, format: native, filters: [ vam/v1/salinity/+ ] }
      """;
  private static final String STATION =
      """
      stations:
        - { id: xuan-hoa, name: Xuân Hòa, kind: salinity }
      """;
  private static final String ZALO =
      """
      zalo:
        oauth_url: http://127.0.0.1:8090
        openapi_url: http://127.0.0.1:8090
        business_url: http://127.0.0.1:8090
        app_id: '1'
        app_secret: ${APP_SECRET}
        oa_secret: ${file:%s}
      """;

  @TempDir Path folder;

  private HubConfig read(String yaml) throws BadConfig {
    return reader().read(file("vam.yaml", yaml));
  }

  private static ConfigReader reader() {
    return new ConfigReader(
        Set.of("native", "chirpstack"), Set.of("vi/salt"), Map.of("APP_SECRET", "sesame"));
  }

  private List<Complaint> complaints(String yaml) {
    BadConfig bad = catchThrowableOfType(BadConfig.class, () -> read(yaml));
    assertThat(bad).as("complaints").isNotNull();
    return bad.complaints();
  }

  private Path file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Test
  void what_is_not_said_has_a_usual_value() throws BadConfig {
    HubConfig config = read(SOURCE);

    assertThat(config.console())
        .isEqualTo(
            new HubConfig.ConsoleConfig(
                "127.0.0.1", 8080, Duration.ofHours(1), Duration.ofMinutes(5)));
    assertThat(config.store()).isInstanceOf(StoreConfig.Embedded.class);
    assertThat(config.log().keep()).isEqualTo(Duration.ofHours(24));
    assertThat(config.sources().getFirst().sessionExpiry()).isEqualTo(Duration.ofDays(7));
    assertThat(config.sources().getFirst().keepAlive()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.zalo()).isEmpty();
    assertThat(config.dossier()).isEmpty();
  }

  @Test
  void without_sources_nothing_would_ever_arrive() {
    assertThat(complaints(STATION))
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.path()).isEqualTo("sources");
              assertThat(complaint.example()).startsWith("sources:");
            });
  }

  @ParameterizedTest
  @CsvSource({"''", "just a text", "[ 1, 2 ]", "'a: [ unclosed'", "'a: 1\na: 2'"})
  void what_is_no_block_of_settings_is_one_complaint_about_the_file(String yaml) {
    assertThat(complaints(yaml)).singleElement().extracting(Complaint::path).isEqualTo("(file)");
  }

  @Test
  void photos_come_from_the_platform_or_from_where_the_file_says() throws BadConfig {
    String zalo = SOURCE + ZALO.formatted(file("oa_secret", "hush"));

    assertThat(read(zalo).zalo().orElseThrow().photoHosts()).isEqualTo(PhotoHosts.OF_THE_PLATFORM);
    assertThat(
            read(zalo + "  photo_hosts: [ '127.0.0.1:8090' ]\n").zalo().orElseThrow().photoHosts())
        .isEqualTo(new PhotoHosts(List.of("127.0.0.1:8090")));
    assertThat(complaints(zalo + "  photo_hosts: [ localhost ]\n"))
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.path()).isEqualTo("zalo.photo_hosts");
              assertThat(complaint.expected()).contains("zdn.vn", "found 'localhost'");
            });
  }

  @Nested
  class Secrets {
    @Test
    void come_from_the_environment_and_from_files_without_their_last_line_break() throws BadConfig {
      Path secret = file("oa_secret", "hush\n");

      ZaloSettings zalo = read(SOURCE + ZALO.formatted(secret)).zalo().orElseThrow();

      assertThat(zalo.account().appSecret().reveal()).isEqualTo("sesame");
      assertThat(zalo.oaSecret().reveal()).isEqualTo("hush");
    }

    @Test
    void are_never_printed() throws BadConfig {
      Path secret = file("oa_secret", "hush");

      assertThat(read(SOURCE + ZALO.formatted(secret)).toString())
          .doesNotContain("hush")
          .doesNotContain("sesame");
    }

    @Test
    void that_are_missing_are_named_by_file_and_variable() {
      String yaml = SOURCE + ZALO.formatted(folder.resolve("nowhere")).replace("APP_S", "OTHER_S");

      assertThat(complaints(yaml))
          .extracting(Complaint::path)
          .containsExactlyInAnyOrder("zalo.app_secret", "zalo.oa_secret");
      assertThat(complaints(yaml))
          .anySatisfy(
              complaint -> assertThat(complaint.expected()).contains("OTHER_SECRET to be set"))
          .anySatisfy(
              complaint ->
                  assertThat(complaint.expected()).contains(folder.resolve("nowhere").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "mật-khẩu", "first\nsecond"})
    void that_no_header_can_carry_are_refused_without_being_shown(String content) {
      assertThat(complaints(SOURCE + ZALO.formatted(file("oa_secret", content))))
          .singleElement()
          .satisfies(
              complaint -> {
                assertThat(complaint.path()).isEqualTo("zalo.oa_secret");
                assertThat(complaint.expected()).contains("printable ASCII");
                assertThat(complaint.toString()).doesNotContain("words", "khẩu", "second");
              });
    }

    @Test
    void that_are_empty_are_refused() {
      assertThat(complaints(SOURCE + ZALO.formatted(file("oa_secret", " \n"))))
          .singleElement()
          .satisfies(complaint -> assertThat(complaint.expected()).contains("empty"));
    }

    @Test
    void too_long_for_a_secret_are_refused() {
      Path huge = file("huge", "x".repeat(65 << 10));

      assertThat(complaints(SOURCE + ZALO.formatted(huge)))
          .singleElement()
          .satisfies(complaint -> assertThat(complaint.expected()).contains("at most 64 KB"));
    }
  }

  @Nested
  class Ids {
    @Test
    void that_no_id_may_look_like_are_refused() {
      assertThat(complaints(SOURCE + STATION.replace("xuan-hoa", "Xuân Hòa")))
          .singleElement()
          .satisfies(
              complaint -> {
                assertThat(complaint.path()).isEqualTo("stations[0].id");
                assertThat(complaint.expected()).contains("Xuân Hòa");
              });
    }

    @Test
    void twice_are_refused_in_every_list() {
      String yaml =
          """
          sources:
            - { id: native, broker: embedded, format: native, filters: [ a/+ ] }
            - { id: native, broker: embedded, format: native, filters: [ b/+ ] }
          stations:
            - { id: xuan-hoa, name: Xuân Hòa, kind: salinity }
            - { id: xuan-hoa, name: Xuân Hòa, kind: salinity }
          devices:
            - { id: probe, station: xuan-hoa }
            - { id: probe, station: xuan-hoa }
          rules:
            - { id: salt, watch: { quantity: salinity_gl, stations: [xuan-hoa] }, raise: { above: 2 }, clear: { below: 1 }, text: vi/salt }
            - { id: salt, watch: { quantity: salinity_gl, stations: [xuan-hoa] }, raise: { above: 2 }, clear: { below: 1 }, text: vi/salt }
          """;

      assertThat(complaints(yaml))
          .extracting(Complaint::path)
          .containsExactlyInAnyOrder(
              "sources[1].id", "stations[1].id", "devices[1].id", "rules[1].id");
    }

    @Test
    void of_one_network_belong_to_one_device() {
      String yaml =
          SOURCE
              + STATION
              + """
              devices:
                - { id: probe-1, station: xuan-hoa, addresses: [plant/line/a] }
                - { id: probe-2, station: xuan-hoa, addresses: [plant/line/b, plant/line/a] }
              """;

      assertThat(complaints(yaml))
          .extracting(Complaint::path)
          .containsExactly("devices[1].addresses[1]");
    }

    @Test
    void of_stations_nobody_knows_are_refused() {
      String yaml =
          SOURCE
              + STATION
              + """
              devices:
                - { id: probe, station: nowhere }
              rules:
                - { id: salt, watch: { quantity: salinity_gl, stations: [elsewhere] }, raise: { above: 2 }, clear: { below: 1 }, text: vi/salt }
              """;

      assertThat(complaints(yaml))
          .extracting(Complaint::path)
          .containsExactlyInAnyOrder("devices[0].station", "rules[0].watch.stations[0]");
    }
  }

  @Nested
  class Settings {
    @ParameterizedTest
    @CsvSource({
      "'console: { prot: 8080 }', console.prot",
      "'surprise: 1', surprise",
      "'store: { knd: influxdb }', store.knd",
      "'log: { keep: 24h, loose: 1h }', log.loose"
    })
    void nobody_knows_are_named_with_those_that_are_known(String line, String path) {
      assertThat(complaints(SOURCE + line + "\n"))
          .singleElement()
          .satisfies(
              complaint -> {
                assertThat(complaint.path()).isEqualTo(path);
                assertThat(complaint.expected()).contains("known are");
              });
    }

    @ParameterizedTest
    @CsvSource({
      "'console: { port: 70000 }', console.port",
      "'console: { port: eighty }', console.port",
      "'console: { stale_after: soon }', console.stale_after",
      "'store: { kind: paper }', store.kind",
      "'dossier: { url: office }', dossier.url",
      "'dossier: { url: ftp://office }', dossier.url"
    })
    void that_cannot_be_are_refused_where_they_stand(String line, String path) {
      assertThat(complaints(SOURCE + line + "\n"))
          .singleElement()
          .extracting(Complaint::path)
          .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
      "'store: influxdb', store",
      "'log: 5', log",
      "'state: hello', state",
      "'console: yes', console",
      "'console: [ { port: 99999 } ]', console",
      "'citizens: 3', citizens"
    })
    void that_are_no_block_are_refused(String line, String path) {
      assertThat(complaints(SOURCE + line + "\n"))
          .singleElement()
          .satisfies(
              complaint -> {
                assertThat(complaint.path()).isEqualTo(path);
                assertThat(complaint.expected()).contains("a block of settings");
              });
    }

    @Test
    void with_one_mistake_are_complained_of_once() {
      assertThat(complaints(SOURCE.replace("embedded", "'${NOBODY_SET_THIS}'")))
          .extracting(Complaint::expected)
          .containsOnlyOnce("expected the environment variable NOBODY_SET_THIS to be set");
    }

    @Test
    void that_people_read_are_composed() throws BadConfig {
      String decomposed = Normalizer.normalize("Xuân Hòa", Normalizer.Form.NFD);

      HubConfig config =
          read(
              SOURCE + "stations: [ { id: a, name: %s, kind: salinity } ]\n".formatted(decomposed));

      assertThat(config.registry().stations().getFirst().name()).isEqualTo("Xuân Hòa");
    }

    @Test
    void of_topic_filters_that_overlap_are_refused() {
      String yaml =
          """
          sources:
            - { id: one, broker: embedded, format: native, filters: [ x/# ] }
            - { id: two, broker: embedded, format: native, filters: [ x/y/+ ] }
          """;

      assertThat(complaints(yaml))
          .singleElement()
          .satisfies(
              complaint -> {
                assertThat(complaint.path()).isEqualTo("sources[1].filters[0]");
                assertThat(complaint.expected())
                    .contains("x/#")
                    .contains("sources[0].filters[0]")
                    .contains("twice");
              });
    }
  }

  @Nested
  class Rules {
    private String rule(String raise, String clear) {
      return SOURCE
          + STATION
          + """
          rules:
            - id: salt
              watch: { quantity: salinity_gl, stations: [xuan-hoa] }
              raise: { %s }
              clear: { %s }
              text: vi/salt
          """
              .formatted(raise, clear);
    }

    private static Condition salt(Level level) {
      return new Condition.Beyond(Quantity.SALINITY, new Measure.Newest(), level);
    }

    @Test
    void say_when_to_raise_and_when_to_clear() throws BadConfig {
      var rule = read(rule("above: 0.5, for: 30m", "below: 0.4, for: 2h")).rules().getFirst();

      assertThat(rule.raise()).isEqualTo(salt(new Level.Above(0.5)));
      assertThat(rule.raiseFor()).isEqualTo(Duration.ofMinutes(30));
      assertThat(rule.clear()).isEqualTo(salt(new Level.Below(0.4)));
      assertThat(rule.clearFor()).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource({
      "above: 0.5, below: 0.6",
      "below: 0.5, above: 0.4",
      "above: 0.5, above: 0.6",
      "below: 0.5, below: 0.4"
    })
    void without_hysteresis_are_refused(String raise, String clear) {
      assertThat(complaints(rule(raise, clear)))
          .singleElement()
          .satisfies(
              complaint -> {
                assertThat(complaint.path()).isEqualTo("rules[0].clear");
                assertThat(complaint.expected()).contains("safe side");
              });
    }

    @ParameterizedTest
    @CsvSource({"'', below: 0.4, rules[0].raise", "above: 0.5, '', rules[0].clear"})
    void without_a_level_are_refused(String raise, String clear, String path) {
      assertThat(complaints(rule(raise, clear)))
          .singleElement()
          .extracting(Complaint::path)
          .isEqualTo(path);
    }

    @Test
    void with_a_text_nobody_wrote_are_refused() {
      assertThat(complaints(rule("above: 2", "below: 1").replace("vi/salt", "vi/poem")))
          .singleElement()
          .extracting(Complaint::path)
          .isEqualTo("rules[0].text");
    }
  }
}
