package vn.vam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Points;
import vn.vam.core.point.Stored;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;
import vn.vam.sqlite.store.SqlitePointStore;
import vn.vam.sqlite.store.SqliteStoreConfig;

/** {@code vam rules test}, as people and their build servers use it. */
class TestingRules {
  private static final String CONFIG =
      """
      sources:
        - { id: native, broker: embedded, format: native, filters: [ vam/v1/salinity/+ ] }
      stations:
        - { id: xuan-hoa, name: Xuân Hòa, kind: salinity }
        - { id: quay, name: Cầu cảng, kind: camera }
      devices:
        - { id: xuan-hoa-1, station: xuan-hoa, every: 10m }
        - { id: quay-1, station: quay }
      rules:
        - id: salt
          watch: { quantity: salinity_gl, stations: [xuan-hoa] }
          raise: { above: 0.5, for: 30m }
          clear: { below: 0.4, for: 30m }
          escalate: [ { severity: danger, above: 4 } ]
        - id: quiet
          watch: { stations: [xuan-hoa] }
          raise: { silent: 6x }
        - id: flood
          watch: { event: flood, stations: [quay] }
          raise: { count: 2 within 10m }
      """;
  private static final String SALTY =
      """
      time,station,quantity,value
      2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.8
      2024-03-12T02:30:00+07:00,xuan-hoa,salinity_gl,4.5
      2024-03-12T03:00:00+07:00,xuan-hoa,salinity_gl,0.1
      2024-03-12T03:30:00+07:00,xuan-hoa,salinity_gl,0.1
      """;
  private static final String SHORT =
      """
      time,station,quantity,value
      2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.8
      2024-03-12T02:07:00+07:00,xuan-hoa,salinity_gl,0.1
      """;

  @TempDir Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private Typed test(String data, String... more) throws IOException {
    String[] words = new String[6 + more.length];
    words[0] = "rules";
    words[1] = "test";
    words[2] = "--config";
    words[3] = file("vam.yaml", CONFIG);
    words[4] = "--data";
    words[5] = file("h.csv", data);
    System.arraycopy(more, 0, words, 6, more.length);
    return Typed.vam(words);
  }

  @Test
  void tells_escalations_silence_and_events_too() throws IOException {
    Typed test =
        test(
            SALTY
                + """
                2024-03-12T04:40:00+07:00,quay,flood,1
                2024-03-12T04:45:00+07:00,quay,flood,1
                2024-03-12T05:00:00+07:00,quay,flood,1
                """);

    assertThat(test.out().lines())
        .containsExactly(
            "2024-03-12T02:30:00+07:00 raised salt xuan-hoa 4.5",
            "2024-03-12T03:30:00+07:00 cleared salt xuan-hoa 0.1",
            "2024-03-12T04:30:00+07:00 raised quiet xuan-hoa 60",
            "2024-03-12T04:45:00+07:00 raised flood quay 2",
            "2024-03-12T04:50:00+07:00 cleared flood quay 1");
  }

  @Test
  void a_probe_that_falls_silent_beside_another_is_named() throws IOException {
    String two =
        CONFIG.replace(
            "- { id: quay-1",
            "- { id: xuan-hoa-2, station: xuan-hoa, every: 10m }\n  - { id: quay-1");
    Typed test =
        Typed.vam(
            "rules",
            "test",
            "--config",
            file("two.yaml", two),
            "--data",
            file(
                "two.csv",
                """
                time,station,quantity,value,device
                2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.1,xuan-hoa-1
                2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.1,xuan-hoa-2
                2024-03-12T02:50:00+07:00,xuan-hoa,salinity_gl,0.1,xuan-hoa-1
                2024-03-12T04:00:00+07:00,xuan-hoa,salinity_gl,0.1
                """));

    assertThat(test.out().lines())
        .containsExactly(
            "2024-03-12T03:00:00+07:00 raised quiet xuan-hoa 60 xuan-hoa-2",
            "2024-03-12T03:50:00+07:00 escalated quiet xuan-hoa 60",
            "2024-03-12T04:00:00+07:00 cleared quiet xuan-hoa 0");
  }

  @Test
  void explains_why_nothing_fired() throws IOException {
    Typed test = test(SHORT, "--explain");

    assertThat(test.out().lines())
        .contains(
            "salt xuan-hoa not fired: above 0.5 for 7 of 30 min",
            "flood quay not fired: never flood at least 2 times within 10m, was 0");
  }

  @Test
  void sums_up_how_often_when_and_for_how_long() throws IOException {
    assertThat(test(SALTY, "--summary").out().lines())
        .last()
        .isEqualTo(
            "salt xuan-hoa: once, 1 h in all, longest 1 h, first 2024-03-12T02:30:00+07:00,"
                + " last 2024-03-12T02:30:00+07:00");
  }

  @Test
  void needs_to_be_told_on_what() throws IOException {
    Typed test = Typed.vam("rules", "test", "--config", file("vam.yaml", CONFIG));

    assertThat(test.status()).isEqualTo(2);
    assertThat(test.err()).contains("--data, --cases, --from or --log");
  }

  @Nested
  class WithExpectations {
    @Test
    void that_are_met_there_is_nothing_to_say() throws IOException {
      String expected =
          """
          # the river turned salt
          2024-03-12T02:30:00+07:00 raised salt xuan-hoa 4.5
          2024-03-12T03:30:00+07:00 cleared salt xuan-hoa 0.1
          """;

      Typed test = test(SALTY, "--expect", file("expected.txt", expected));

      assertThat(test.status()).isZero();
      assertThat(test.out()).isEmpty();
    }

    @Test
    void that_are_not_met_what_differs_is_told_and_why() throws IOException {
      String expected = "2024-03-12T02:30:00+07:00 raised salt xuan-hoa 0.8\n";

      Typed test = test(SHORT, "--expect", file("expected.txt", expected));

      assertThat(test.status()).isEqualTo(1);
      assertThat(test.out().lines())
          .containsExactly(
              "- 2024-03-12T02:30:00+07:00 raised salt xuan-hoa 0.8",
              "  not fired: above 0.5 for 7 of 30 min");
    }

    @Test
    void what_came_unexpected_is_told() throws IOException {
      Typed test = test(SALTY, "--expect", file("expected.txt", ""));

      assertThat(test.status()).isEqualTo(1);
      assertThat(test.out().lines())
          .contains("+ 2024-03-12T02:30:00+07:00 raised salt xuan-hoa 4.5");
    }
  }

  @Nested
  class WithAFileOfCases {
    private Typed cases(String yaml) throws IOException {
      return Typed.vam(
          "rules",
          "test",
          "--config",
          file("vam.yaml", CONFIG),
          "--cases",
          file("cases.yaml", yaml));
    }

    private static final String CASES =
        """
        cases:
          - name: salt that lasts
            series:
              - { station: xuan-hoa, quantity: salinity_gl, from: 2024-03-12T02:00:00+07:00, every: 10m,
                  values: [0.8, 0.9, ~, 0.7] }
            expect:
              - 2024-03-12T02:30:00+07:00 raised salt xuan-hoa 0.7
          - name: a probe that falls silent
            series:
              - { station: xuan-hoa, quantity: salinity_gl, from: 2024-03-12T02:00:00+07:00, values: [0.1] }
            until: 2024-03-12T04:00:00+07:00
            expect:
              - 2024-03-12T03:00:00+07:00 raised quiet xuan-hoa 60
          - name: water on the quay
            series:
              - { station: quay, event: flood, at: [2024-03-12T02:00:00+07:00, 2024-03-12T02:05:00+07:00] }
            expect:
              - 2024-03-12T02:05:00+07:00 raised flood quay 2
        """;

    @Test
    void each_that_is_as_expected_is_ok() throws IOException {
      Typed test = cases(CASES);

      assertThat(test.out().lines())
          .containsExactly(
              "ok salt that lasts", "ok a probe that falls silent", "ok water on the quay");
      assertThat(test.status()).isZero();
    }

    @Test
    void one_that_is_not_fails_the_build_and_says_why() throws IOException {
      Typed test = cases(CASES.replace("~, 0.7]", "0.1, 0.7]"));

      assertThat(test.status()).isEqualTo(1);
      assertThat(test.out().lines())
          .startsWith(
              "failed salt that lasts",
              "  - 2024-03-12T02:30:00+07:00 raised salt xuan-hoa 0.7",
              "    not fired: above 0.5 for 20 of 30 min");
    }

    @Test
    void mistakes_in_it_are_told_with_path_and_example() throws IOException {
      Typed test =
          cases(
              """
              cases:
                - name: wrong
                  series: [ { station: nowhere, quantity: salinity_gl, from: noon, values: [1] } ]
                  expect: [ salt at noon, 2024-03-12T02:30:00+07:00 raised sugar xuan-hoa 1 ]
              """);

      assertThat(test.status()).isEqualTo(2);
      assertThat(test.err())
          .contains(
              "cases[0].series[0].station",
              "cases[0].series[0].from",
              "cases[0].expect[0]",
              "the id of a rule, found 'sugar'");
    }
  }

  @Nested
  class OnWhatTheStoreHolds {
    @Test
    void gives_the_same_as_the_file_it_was_filled_from() throws IOException {
      String config =
          file("vam.yaml", CONFIG + "state: { directory: '" + folder.resolve("data") + "' }\n");
      Typed imported = Typed.vam("import", "--config", config, "--data", file("h.csv", SALTY));
      assertThat(imported.status()).isZero();
      storeEvents();

      Typed test =
          Typed.vam(
              "rules",
              "test",
              "--config",
              config,
              "--from",
              "2024-03-12T00:00:00+07:00",
              "--to",
              "2024-03-12T05:00:00+07:00",
              "--summary");

      assertThat(test.out().lines())
          .startsWith(
              "2024-03-12T02:30:00+07:00 raised salt xuan-hoa 4.5",
              "2024-03-12T03:01:00+07:00 raised flood quay 2",
              "2024-03-12T03:10:20+07:00 cleared flood quay 1",
              "2024-03-12T03:30:00+07:00 cleared salt xuan-hoa 0.1",
              "2024-03-12T04:30:00+07:00 raised quiet xuan-hoa 60")
          .last()
          .asString()
          .endsWith("not over");
    }

    @Test
    void a_parent_whose_silence_explains_that_of_others_is_read_too() throws IOException {
      String behind =
          CONFIG
                  .replace(
                      "- { id: quay,",
                      "- { id: gate, name: Cống, kind: salinity }\n  - { id: quay,")
                  .replace("- { id: quay-1", "- { id: gate-1, station: gate }\n  - { id: quay-1")
                  .replace(
                      "watch: { stations: [xuan-hoa] }",
                      "watch: { stations: [xuan-hoa], parent: gate }")
              + "state: { directory: '"
              + folder.resolve("data")
              + "' }\n";
      String config = file("vam.yaml", behind);
      String history =
          """
          time,station,quantity,value
          2024-03-12T02:00:00+07:00,xuan-hoa,salinity_gl,0.1
          2024-03-12T02:30:00+07:00,gate,salinity_gl,0.1
          2024-03-12T03:10:00+07:00,gate,salinity_gl,0.1
          """;
      Typed.vam("import", "--config", config, "--data", file("h.csv", history));

      Typed test =
          Typed.vam("rules", "test", "--config", config, "--from", "2024-03-12T00:00:00+07:00");

      assertThat(test.out().lines())
          .containsExactly("2024-03-12T03:10:00+07:00 raised quiet xuan-hoa 70");
    }

    /** Two floods, the first told of until twenty seconds later, and something that is none. */
    private void storeEvents() {
      try (PointStore store =
          new SqlitePointStore(
              new SqliteStoreConfig(folder.resolve("data/points.db"), Optional.empty()),
              Clock.systemUTC())) {
        List<Reading> events =
            List.of(
                event("03:00:00", "f-1", CameraEventType.FLOOD, CameraPhase.NEW),
                event("03:00:20", "f-1", CameraEventType.FLOOD, CameraPhase.UPDATE),
                event("03:00:30", "p-1", CameraEventType.PERSON, CameraPhase.NEW),
                event("03:01:00", "f-2", CameraEventType.FLOOD, CameraPhase.NEW));
        assertThat(store.write(Points.of(events))).isEqualTo(new Stored.Written(List.of()));
      }
    }

    private static Reading event(String time, String id, CameraEventType type, CameraPhase phase) {
      return new Reading.CameraEvent(
          new DeviceId("quay-1"),
          new StationId("quay"),
          id,
          type,
          phase,
          Optional.empty(),
          Optional.empty(),
          Quality.PASS,
          Instant.parse("2024-03-12T" + time + "+07:00"));
    }
  }

  @Test
  void without_a_log_in_the_folder_it_says_so() throws IOException {
    Typed test =
        Typed.vam(
            "rules",
            "test",
            "--config",
            file("vam.yaml", CONFIG),
            "--log",
            folder.resolve("nowhere").toString());

    assertThat(test.status()).isEqualTo(1);
    assertThat(test.err()).contains("there is no reading log in");
  }
}
