package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.dossier.FollowRules;
import vn.vam.core.station.StationId;
import vn.vam.dossier.DossierConfig;
import vn.vam.dossier.DropConfig;
import vn.vam.dossier.SqlConfig;
import vn.vam.influxdb.InfluxConfig;
import vn.vam.sqlite.log.LogConfig;

class TuningTheFlow {
  private static final String RULE_OVER_TWO_DAYS =
      """
      stations:
        - { id: xuan-hoa, name: Xuân Hòa, kind: salinity }
      rules:
        - id: salt
          watch: { quantity: salinity_gl, stations: [xuan-hoa] }
          raise: { above: 2, for: 48h }
          clear: { below: 1 }
          text: vi/salt
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void a_source_has_its_own_topic_zone_and_names() throws Exception {
    SourceConfig source =
        read("", ", topic: 'lora/{device}', zone: Asia/Bangkok, fields: { do_man: salinity_gl }")
            .sources()
            .getFirst();

    assertThat(source.topic()).hasToString("Optional[lora/{device}]");
    assertThat(source.zone()).contains(ZoneId.of("Asia/Bangkok"));
    assertThat(source.fields()).containsExactly(Map.entry("do_man", "salinity_gl"));
  }

  @Test
  void a_source_hears_from_its_broker_as_often_as_asked_for() throws Exception {
    assertThat(read("", ", keep_alive: 5s").sources().getFirst().keepAlive())
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(refused("", ", keep_alive: 1s").complaints())
        .extracting(Complaint::path)
        .containsExactly("sources[0].keep_alive");
  }

  @Test
  void a_source_complains_of_what_it_cannot_mean() {
    BadConfig bad = refused("", ", topic: 'a/{plate}', zone: Asia/Cho_Lon, fields: { x: sweet }");

    assertThat(bad.complaints())
        .extracting(Complaint::path)
        .containsExactlyInAnyOrder("sources[0].topic", "sources[0].zone", "sources[0].fields.x");
  }

  @Test
  void the_log_has_its_own_sizes_and_ages() throws Exception {
    LogConfig log = read("log: { keep: 7d, segment_mb: 64, segment_age: 10m }").log();

    assertThat(log.keep()).isEqualTo(Duration.ofDays(7));
    assertThat(log.segmentBytes()).isEqualTo(64L << 20);
    assertThat(log.segmentAge()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void the_log_has_a_bound_with_room_for_two_segments_and_the_reserve() throws Exception {
    assertThat(read("log: { segment_mb: 64, most_mb: 144 }").log().mostBytes())
        .isEqualTo(144L << 20);
    assertThat(refused("log: { segment_mb: 64, most_mb: 143 }", "").complaints())
        .extracting(Complaint::path)
        .containsExactly("log.most_mb");
  }

  @Test
  void the_log_keeps_what_a_rule_looks_back_to() throws Exception {
    assertThat(read(RULE_OVER_TWO_DAYS).log().needed()).isEqualTo(Duration.ofDays(2));
    assertThat(read(RULE_OVER_TWO_DAYS).log().keep()).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void a_log_kept_for_less_than_a_rule_looks_back_is_complained_of() {
    assertThat(refused(RULE_OVER_TWO_DAYS + "log: { keep: 24h }", "").complaints())
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.path()).isEqualTo("log.keep");
              assertThat(complaint.expected()).contains("2d").contains("salt");
            });
  }

  @Test
  void an_embedded_store_forgets_when_told() throws Exception {
    assertThat(read("store: { retention: 730d }").store())
        .isInstanceOfSatisfying(
            StoreConfig.Embedded.class,
            store -> assertThat(store.retention()).contains(Duration.ofDays(730)));
  }

  @Test
  void summaries_outlive_what_they_sum_up() throws Exception {
    assertThat(
            read("store: { retention: 90d, downsample: [ { every: 15m, keep: 1095d }, { every: 1d } ] }")
                .store()
                .tiers())
        .containsExactly(
            new StoreConfig.Tier(
                Duration.ofMinutes(15), "every_15m", Optional.of(Duration.ofDays(1095))),
            new StoreConfig.Tier(Duration.ofDays(1), "every_1d", Optional.empty()));
  }

  @Test
  void a_window_longer_than_half_the_retention_is_complained_of() {
    assertThat(refused("store: { retention: 1h, downsample: [ { every: 1h } ] }", "").complaints())
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.path()).isEqualTo("store.downsample[0].every");
              assertThat(complaint.expected()).contains("half of store.retention");
            });
  }

  @Test
  void a_watchman_speaks_through_an_account_of_its_own() {
    String zalo =
        """
          oauth_url: http://127.0.0.1:1
          openapi_url: http://127.0.0.1:1
          business_url: http://127.0.0.1:1
          app_id: '1001'
          app_secret: s
        """;

    assertThat(
            refused(
                    "zalo:\n"
                        + zalo
                        + "  oa_secret: s\nwatch: { directory: w, tell: [], zalo: { "
                        + zalo.strip().replaceAll("\n\\s*", ", ")
                        + " } }",
                    "")
                .complaints())
        .extracting(Complaint::path)
        .containsExactlyInAnyOrder("watch.tell", "watch.zalo.app_id");
  }

  @Test
  void an_influxdb_has_its_own_patience() throws Exception {
    String yaml =
        "store: { kind: influxdb, api: v1, url: 'http://db:8086', connect_timeout: 1s, answer_timeout: 1m }";

    assertThat(read(yaml).store())
        .isInstanceOfSatisfying(
            StoreConfig.Influx.class,
            store ->
                assertThat(store.config())
                    .extracting(InfluxConfig::connectTimeout, InfluxConfig::answerTimeout)
                    .containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(1)));
  }

  @Test
  void an_influxdb_may_be_asked_for_less_or_more_at_a_time() throws Exception {
    String influx = "store: { kind: influxdb, api: v1, url: 'http://db:8086'%s }";

    assertThat(read(influx.formatted("")).store().inFlight()).isEqualTo(3);
    assertThat(read(influx.formatted(", in_flight: 1")).store().inFlight()).isEqualTo(1);
  }

  @Test
  void the_office_has_its_own_words_and_patience() throws Exception {
    DossierConfig office =
        (DossierConfig)
            read("dossier: { url: 'http://o:1', deadline: 1s, parallel: 2, fields: { code: /data/0/So } }")
                .dossier()
                .orElseThrow();

    assertThat(office.deadline()).isEqualTo(Duration.ofSeconds(1));
    assertThat(office.parallel()).isEqualTo(2);
    assertThat(office.fields().code()).isEqualTo("/data/0/So");
    assertThat(office.fields().state()).isEqualTo("MaTrangThai");
  }

  @Test
  void the_office_may_be_a_database() throws Exception {
    SqlConfig office =
        (SqlConfig)
            read("dossier: { kind: sql, url: 'jdbc:postgresql://db/motcua', user: vam, password: geheim,"
                    + " query: 'select * from ho_so where ma = ?', fields: { code: ma } }")
                .dossier()
                .orElseThrow();

    assertThat(office.parallel()).isEqualTo(4);
    assertThat(office.fields().code()).isEqualTo("ma");
    assertThat(office.user()).contains("vam");
    assertThat(office.toString()).doesNotContain("geheim");
  }

  @Test
  void the_office_may_put_down_files() throws Exception {
    DropConfig office =
        (DropConfig)
            read("dossier: { kind: csv, path: /var/lib/office, every: 1m }")
                .dossier()
                .orElseThrow();

    assertThat(office.path()).isEqualTo(Path.of("/var/lib/office"));
    assertThat(office.every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(office.staleAfter()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void dossiers_are_followed_as_often_and_as_long_as_the_office_bears() throws Exception {
    assertThat(read("dossier: { url: 'http://o:1' }").follow()).isEqualTo(FollowRules.USUAL);
    assertThat(
            read("dossier: { kind: csv, path: /o, follow: { every: 2h, most_per_citizen: 3, most: 100,"
                    + " ends_after: 30d } }")
                .follow())
        .isEqualTo(new FollowRules(Duration.ofHours(2), 3, 100, Duration.ofDays(30)));
  }

  @Test
  void a_station_has_a_name_for_each_time() throws Exception {
    String yaml =
        """
        stations:
          - { id: xuan-hoa, name: Xuân Hòa, kind: salinity,
              admin: [{ name: tỉnh Tiền Giang, until: 2025-06-30 }, { name: tỉnh Đồng Tháp, from: 2025-07-01 }] }
        """;

    assertThat(read(yaml).registry().station(new StationId("xuan-hoa")).orElseThrow())
        .extracting(
            station -> station.adminOn(LocalDate.of(2025, 6, 30)).orElseThrow(),
            station -> station.adminOn(LocalDate.of(2025, 7, 1)).orElseThrow())
        .containsExactly("tỉnh Tiền Giang", "tỉnh Đồng Tháp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "log: { segment_mb: 0 }                                            | log.segment_mb",
        "log: { segment_age: 1s }                                          | log.segment_age",
        "store: { retention: 1m }                                          | store.retention",
        "store: { url: 'http://db:8086' }                                  | store.url",
        "store: { kind: influxdb, api: v1, url: 'http://me:pw@db:8086' }   | store.url",
        "store: { kind: influxdb, api: v1, url: 'http://db', database: '' } | store.database",
        "store: { kind: influxdb, api: v1, url: 'http://db', answer_timeout: 1d } | store.answer_timeout",
        "store: { kind: influxdb, api: v1, url: 'http://db', in_flight: 0 } | store.in_flight",
        "store: { kind: influxdb, api: v1, url: 'http://db', in_flight: 9 } | store.in_flight",
        "store: { in_flight: 2 }                                           | store.in_flight",
        "dossier: { url: 'http://o/?key=1' }                               | dossier.url",
        "dossier: { url: 'http://o', deadline: 1h }                        | dossier.deadline",
        "dossier: { url: 'http://o', parallel: 65 }                        | dossier.parallel",
        "dossier: { url: 'http://o', fields: { code: '' } }                | dossier.fields.code",
        "dossier: { url: 'http://o', fields: { person: TenChuHoSo } }      | dossier.fields.person",
        "dossier: { kind: paper, url: 'http://o' }                         | dossier.kind",
        "dossier: { url: 'http://o', query: 'select ?' }                   | dossier.query",
        "dossier: { kind: sql, url: 'jdbc:postgresql://db/o' }             | dossier.query",
        "dossier: { kind: sql, url: 'jdbc:postgresql://db/o', query: 'delete from d where c = ?' } | dossier.query",
        "dossier: { kind: sql, url: 'jdbc:postgresql://db/o', query: \"select * from d where c = '?'\" } | dossier.query",
        "dossier: { kind: sql, url: 'jdbc:mysql://db/o', query: 'select ?' } | dossier.url",
        "dossier: { kind: sql, url: 'jdbc:postgresql://db/o?user=me', query: 'select ?' } | dossier.url",
        "dossier: { kind: sql, url: 'jdbc:sqlite:o', query: 'select ?', fields: { code: /a/b } } | dossier.fields.code",
        "dossier: { url: 'http://o', follow: { every: 1ms } }              | dossier.follow.every",
        "dossier: { url: 'http://o', follow: { most_per_citizen: 0 } }     | dossier.follow.most_per_citizen",
        "dossier: { url: 'http://o', follow: { ends_after: 1h } }          | dossier.follow.ends_after",
        "dossier: { kind: csv, path: /o, follow: { often: 1h } }           | dossier.follow.often",
        "dossier: { kind: csv }                                            | dossier.path",
        "dossier: { kind: csv, path: /o, every: 1ms }                      | dossier.every",
        "dossier: { kind: csv, path: /o, stale_after: 1m }                 | dossier.stale_after",
        "stations: [{ id: a, name: A, kind: salinity, admin: [{ name: B, from: 1.7.2025 }] }] | stations[0].admin[0].from",
        "stations: [{ id: a, name: A, kind: salinity, admin: [{ name: B, from: 2025-07-02, until: 2025-07-01 }] }] | stations[0].admin[0].until",
        "stations: [{ id: a, name: A, kind: salinity, admin: [{ name: B }, { name: C, from: 2025-07-01 }] }] | stations[0].admin[1]",
      })
  void one_mistake_is_one_complaint(String yaml, String path) {
    assertThat(refused(yaml, "").complaints()).extracting(Complaint::path).containsExactly(path);
  }

  @Test
  void an_address_with_a_password_is_refused_without_telling_it() {
    BadConfig bad =
        refused("store: { kind: influxdb, api: v1, url: 'http://me:geheim@db:8086' }", "");

    assertThat(bad).hasMessageContaining("store.url").hasMessageNotContaining("geheim");
  }

  private HubConfig read(String yaml) throws BadConfig, IOException {
    return read(yaml, "");
  }

  private HubConfig read(String yaml, String ofTheSource) throws BadConfig, IOException {
    Path file = folder.resolve("vam.yaml");
    Files.writeString(
        file,
        "sources: [ { id: lora, broker: embedded, filters: [lora/#], format: chirpstack%s } ]%n"
                .formatted(ofTheSource)
            + yaml);
    return new ConfigReader(Set.of("chirpstack"), Set.of("vi/salt"), Map.of()).read(file);
  }

  private BadConfig refused(String yaml, String ofTheSource) {
    return catchThrowableOfType(BadConfig.class, () -> read(yaml, ofTheSource));
  }
}
