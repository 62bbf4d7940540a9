package vn.vam.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.sqlite.store.SqlitePointStore;
import vn.vam.sqlite.store.SqliteStoreConfig;

/** What people see who type {@code vam …}: output, complaints and exit status. */
class TypingCommands {
  private static final String GOOD =
      """
      sources:
        - { id: native, broker: embedded, format: native, filters: [ vam/v1/salinity/+ ] }
      stations:
        - { id: xuan-hoa, name: Xuân Hòa, kind: salinity }
      devices:
        - { id: xuan-hoa-1, station: xuan-hoa }
      rules:
        - id: salt
          watch: { quantity: salinity_gl, stations: [xuan-hoa] }
          raise: { above: 0.5, for: 10m }
          clear: { below: 0.4, for: 10m }
          severity: watch
          text: vi/salt
      """;

  @TempDir Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Nested
  class Check {
    @Test
    void says_what_a_good_file_holds() throws IOException {
      Typed check = Typed.vam("check", "--config", file("vam.yaml", GOOD));

      assertThat(check.status()).isZero();
      assertThat(check.out()).contains("good", "1 sources, 1 stations, 1 rules");
      assertThat(check.err()).isEmpty();
    }

    @Test
    void gives_five_complaints_at_once_for_five_mistakes() throws IOException {
      String bad =
          GOOD.replace("broker: embedded", "broker: 127.0.0.1")
              .replace("kind: salinity", "kind: sweetness")
              .replace("{ id: xuan-hoa-1,", "{ id: Xuân Hòa 1,")
              .replace("below: 0.4", "below: 0.6")
              .replace("severity: watch", "severity: watch\n    serverity: danger");

      Typed check = Typed.vam("check", "--config", file("vam.yaml", bad));

      assertThat(check.status()).isEqualTo(2);
      assertThat(check.err()).contains("5 mistakes");
      assertThat(complaint(check, "sources[0].broker"))
          .contains("tcp://")
          .contains("for example: broker: tcp://127.0.0.1:1883");
      assertThat(complaint(check, "stations[0].kind"))
          .contains("expected one of camera, salinity, traffic, found 'sweetness'")
          .contains("for example: kind: salinity");
      assertThat(complaint(check, "devices[0].id"))
          .contains("found 'Xuân Hòa 1'")
          .contains("for example: id: xuan-hoa-1");
      assertThat(complaint(check, "rules[0].clear"))
          .contains("below 0.5 or less")
          .contains("for example: raise: { above: 0.5 }, clear: { below: 0.4 }");
      assertThat(complaint(check, "rules[0].serverity"))
          .contains("no such setting here")
          .contains("severity");
    }

    /** The line of that path and its example. */
    private static String complaint(Typed check, String path) {
      String[] lines = check.err().split("\n", -1);
      for (int i = 0; i < lines.length - 1; i++) {
        if (lines[i].startsWith(path + ": ")) {
          return lines[i] + "\n" + lines[i + 1];
        }
      }
      throw new AssertionError("no complaint about " + path + " in " + check.err());
    }

    @Test
    void says_that_there_is_no_such_file() {
      Typed check = Typed.vam("check", "--config", folder.resolve("nowhere.yaml").toString());

      assertThat(check.status()).isEqualTo(2);
      assertThat(check.err()).contains("nowhere.yaml");
    }

    @Test
    void shows_its_usage_without_a_file() {
      assertThat(Typed.vam("check").status()).isEqualTo(2);
    }
  }

  @Nested
  class Decode {
    private static final String TOPIC = "vam/v1/salinity/xuan-hoa-1";

    private Typed decode(String message, String... more) throws IOException {
      String[] start = {
        "decode", "--format", "native", "--topic", TOPIC, "--at", "2026-03-12T12:00:05+07:00"
      };
      String[] all = new String[start.length + more.length + 1];
      System.arraycopy(start, 0, all, 0, start.length);
      System.arraycopy(more, 0, all, start.length, more.length);
      all[all.length - 1] = file("message", message);
      return Typed.vam(all);
    }

    @Test
    void prints_the_points_of_a_message_it_understands() throws IOException {
      Typed decode = decode("{\"time\":\"2026-03-12T12:00:00+07:00\",\"salinity_gl\":\"4,2\"}");

      assertThat(decode.status()).isZero();
      assertThat(decode.out())
          .isEqualToIgnoringNewLines(
              "salinity,device=xuan-hoa-1,station=xuan-hoa-1 quality=2,salinity_gl=4.2"
                  + " 1773291600000");
      assertThat(decode.err()).isEmpty();
    }

    @Test
    void with_a_config_knows_the_station() throws IOException {
      Typed decode = decode("{\"salinity_gl\":4.2}", "--config", file("vam.yaml", GOOD));

      assertThat(decode.status()).isZero();
      assertThat(decode.out()).startsWith("salinity,device=xuan-hoa-1,station=xuan-hoa ");
    }

    @Test
    void with_a_config_reads_it_as_the_source_does_that_would_receive_it() throws IOException {
      String plain =
          "  - { id: plain, broker: embedded, format: flat, filters: [ p/# ],"
              + " mapping: { fields: { value: salinity_gl } } }\nstations:";
      String config = file("vam.yaml", GOOD.replaceFirst("stations:", plain));
      Typed decode =
          Typed.vam(
              "decode",
              "--format",
              "flat",
              "--topic",
              "p/xuan-hoa-1",
              "--config",
              config,
              file("message", "4,2"));

      assertThat(decode.status()).isZero();
      assertThat(decode.out())
          .startsWith("salinity,device=xuan-hoa-1,station=xuan-hoa quality=1,salinity_gl=4.2 ");
    }

    @Test
    void reads_a_sequence_line_by_line_each_with_those_before_it() throws IOException {
      String same = "{\"time\":\"2026-03-12T12:00:00+07:00\",\"salinity_gl\":4.2}";
      Typed decode = decode(same + "\n2026-03-12T12:01:00+07:00\t" + same + "\n", "--sequence");

      assertThat(decode.status()).isEqualTo(4);
      assertThat(decode.out().lines()).hasSize(1);
      assertThat(decode.err()).isEqualToIgnoringNewLines("ignored: duplicate");
      assertThat(decode("2026\t" + same, "--sequence").status()).isEqualTo(2);
    }

    @Test
    void reads_a_value_as_its_device_described_it_before() throws IOException {
      String description =
          "{\"nodes\":{\"probe\":{\"properties\":{\"ec\":{\"datatype\":\"float\",\"unit\":\"mS/cm\"}}}}}";
      Typed decode =
          Typed.vam(
              "decode",
              "--format",
              "homie",
              "--topic",
              "homie/5/xuan-hoa-1/probe/ec",
              "--description",
              file("description", description),
              file("message", "9.5"));

      assertThat(decode.status()).isZero();
      assertThat(decode.out()).contains("ec25_us_cm=9500,");
      assertThat(decode("{}", "--description", file("description", description)).status())
          .isEqualTo(2);
    }

    @Test
    void reads_hexadecimal_text() throws IOException {
      Typed decode = decode("7b2273616c696e6974795f676c223a342e327d", "--hex");

      assertThat(decode.status()).isZero();
      assertThat(decode.out()).contains("salinity_gl=4.2 1773291605000");
    }

    @Test
    void says_why_it_rejects_and_ends_with_3() throws IOException {
      Typed decode = decode("{\"salinity_gl\":\"NaN\"");

      assertThat(decode.status()).isEqualTo(3);
      assertThat(decode.err()).startsWith("rejected: salinity_gl: malformed-json");
      assertThat(decode.out()).isEmpty();
    }

    @Test
    void says_why_it_ignores_and_ends_with_4() throws IOException {
      Typed decode = decode("");

      assertThat(decode.status()).isEqualTo(4);
      assertThat(decode.err()).isEqualToIgnoringNewLines("ignored: empty");
      assertThat(decode.out()).isEmpty();
    }

    @Test
    void names_the_formats_it_knows() throws IOException {
      Typed decode = Typed.vam("decode", "--format", "morse", file("message", "{}"));

      assertThat(decode.status()).isEqualTo(2);
      assertThat(decode.err()).contains("'morse'").contains("native").contains("chirpstack");
    }
  }

  @Nested
  class ImportAndReplay {
    private static final String DATA =
        """
        time,station,quantity,value
        2025-03-12T02:20:00+07:00,xuan-hoa,salinity_gl,0.8
        2025-03-12T02:20:00+07:00,xuan-hoa,temperature_c,28.5
        2025-03-12T02:30:00+07:00,xuan-hoa,salinity_gl,0.9
        """;

    private String config() throws IOException {
      String state = "state: { directory: '%s' }\n".formatted(folder.resolve("data"));
      return file("vam.yaml", GOOD + state);
    }

    @Test
    void import_says_how_much_it_wrote_and_twice_is_once() throws IOException {
      Files.createDirectories(folder.resolve("data"));
      Typed first = Typed.vam("import", "--config", config(), "--data", file("h.csv", DATA));
      Typed second = Typed.vam("import", "--config", config(), "--data", file("h.csv", DATA));

      assertThat(first.status()).as(first.err()).isZero();
      assertThat(first.out()).startsWith("3 rows: 3 points written, 0 refused");
      assertThat(second.out()).isEqualTo(first.out());
      try (PointStore store = store()) {
        assertThat(store.read(query())).extracting(Sample::value).containsExactly(0.8, 0.9);
        assertThat(store.read(query()).getFirst().device()).contains(new DeviceId("import"));
        assertThat(store.read(query()).getFirst().quality()).contains(2);
      }
    }

    @Test
    void import_names_every_wrong_line_and_writes_nothing() throws IOException {
      String wrong =
          DATA
              + "2025-03-12T02:40:00+07:00,elsewhere,salinity_gl,0.9\n"
              + "yesterday,xuan-hoa,salinity_gl,0.9\n"
              + "2025-03-12T02:50:00+07:00,xuan-hoa,speed_kmh,30\n"
              + "2025-03-12T02:50:00+07:00,xuan-hoa,flood,1\n";

      Typed refused = Typed.vam("import", "--config", config(), "--data", file("h.csv", wrong));

      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err())
          .contains("h.csv:5: station: expected")
          .contains("h.csv:6: time: expected")
          .contains("h.csv:7: quantity: expected what xuan-hoa tells of, which is of kind salinity")
          .contains("h.csv:8: quantity: expected what xuan-hoa tells of")
          .contains("nothing was imported");
      assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void import_keeps_what_cannot_be_as_the_hub_does() throws IOException {
      Files.createDirectories(folder.resolve("data"));
      String impossible = "2025-03-12T02:50:00+07:00,xuan-hoa,salinity_gl,400\n";

      Typed done = Typed.vam("import", "--config", config(), "--data", file("h.csv", impossible));

      assertThat(done.out()).as(done.err()).startsWith("1 rows: 1 points written, 0 refused");
      try (PointStore store = store()) {
        assertThat(store.read(query()))
            .singleElement()
            .extracting(Sample::value, sample -> sample.quality().orElseThrow())
            .containsExactly(400.0, 4);
      }
    }

    @Test
    void import_takes_what_a_camera_saw() throws IOException {
      Files.createDirectories(folder.resolve("data"));
      String withCamera =
          Files.readString(Path.of(config()))
              .replaceFirst(
                  "stations:", "stations:\n  - { id: ben-pha, name: Bến phà, kind: camera }");

      Typed done =
          Typed.vam(
              "import",
              "--config",
              file("camera.yaml", withCamera),
              "--data",
              file("h.csv", "2025-03-12T02:50:00+07:00,ben-pha,flood,1\n"));

      assertThat(done.out()).as(done.err()).startsWith("1 rows: 1 points written, 0 refused");
    }

    @Test
    void import_reads_what_a_spreadsheet_saved_and_names_what_is_no_utf_8() throws IOException {
      Files.createDirectories(folder.resolve("data"));
      Path latin = folder.resolve("latin.csv");
      Files.write(latin, "time,station,quantity,value\nXuân".getBytes(ISO_8859_1));

      Typed marked =
          Typed.vam("import", "--config", config(), "--data", file("h.csv", "\uFEFF" + DATA));
      Typed otherwise = Typed.vam("import", "--config", config(), "--data", latin.toString());
      Typed missing = Typed.vam("import", "--config", config(), "--data", "nowhere.csv");

      assertThat(marked.out()).as(marked.err()).startsWith("3 rows: 3 points written");
      assertThat(otherwise.err()).contains("latin.csv: expected UTF-8");
      assertThat(missing.status()).isEqualTo(1);
      assertThat(missing.err()).contains("there is no file nowhere.csv");
    }

    @Test
    void replay_wants_a_span_of_time() throws IOException {
      Typed backwards =
          Typed.vam(
              "replay",
              "--config",
              config(),
              "--from",
              "2025-03-12T02:30:00+07:00",
              "--to",
              "2025-03-12T02:30:00+07:00");
      Typed malformed =
          Typed.vam("replay", "--config", config(), "--from", "yesterday", "--to", "today");

      assertThat(backwards.status()).isEqualTo(2);
      assertThat(backwards.err()).contains("--from must be before --to");
      assertThat(malformed.status()).isEqualTo(2);
      assertThat(malformed.err()).contains("2026-03-12T12:00:00+07:00");
    }

    @Test
    void replay_says_that_there_is_no_log() throws IOException {
      Files.createDirectories(folder.resolve("data"));
      Typed missing =
          Typed.vam(
              "replay",
              "--config",
              config(),
              "--from",
              "2025-03-12T02:30:00+07:00",
              "--to",
              "2025-03-13T02:30:00+07:00");

      assertThat(missing.status()).isEqualTo(1);
      assertThat(missing.err()).contains("no reading log in " + folder.resolve("data"));
    }

    private PointStore store() {
      return new SqlitePointStore(
          new SqliteStoreConfig(folder.resolve("data/points.db"), Optional.empty()),
          Clock.systemUTC());
    }

    private static SeriesQuery query() {
      return new SeriesQuery(
          new Station(
              new StationId("xuan-hoa"),
              "Xuân Hòa",
              Kind.SALINITY,
              List.of(),
              Optional.empty(),
              Optional.empty()),
          "salinity_gl",
          Instant.parse("2025-03-11T00:00:00Z"),
          Instant.parse("2025-03-13T00:00:00Z"),
          Optional.empty(),
          10);
    }
  }

  @Nested
  class Bench {
    @Test
    void says_what_of_a_plan_cannot_be() {
      Typed nothing = Typed.vam("bench", "faults", "--cycles", "0");
      Typed tooMuch = Typed.vam("bench", "faults", "--rate", "50000");
      Typed tooLong = Typed.vam("bench", "faults", "--outage", "2h");

      assertThat(nothing.status()).isEqualTo(2);
      assertThat(nothing.err()).contains("at least one cycle");
      assertThat(tooMuch.status()).isEqualTo(2);
      assertThat(tooMuch.err()).contains("100 to 2000 messages a second");
      assertThat(tooLong.status()).isEqualTo(2);
      assertThat(tooLong.err()).contains("away for up to 1h");
    }
  }

  @Nested
  class WrongUsage {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "bench ingest --messages -4",
          "simulate fleet --speed -1",
          "simulate fleet --faults 7",
          "simulate fleet --broker nonsense",
          "simulate office --speed 0",
          "simulate zalo --port 99999",
          "simulate zalo --app-id abc",
          "simulate town --port 99999",
          "demo --speed 0",
          "demo --port 99999"
        })
    void of_an_option_ends_with_2_and_says_what_was_expected(String line) {
      Typed wrong = Typed.vam(line.split(" "));

      assertThat(wrong.status()).as(wrong.err()).isEqualTo(2);
      assertThat(wrong.err()).doesNotContain("Exception").containsIgnoringCase("Usage: vam");
    }

    @Test
    void of_a_message_or_its_time_ends_with_2() throws IOException {
      Typed hex = Typed.vam("decode", "--format", "native", "--hex", file("m.hex", "7b zz"));
      Typed time = Typed.vam("decode", "--format", "native", "--at", "noon", file("m.json", "{}"));

      assertThat(hex.status()).isEqualTo(2);
      assertThat(hex.err()).contains("expected pairs of hexadecimal digits");
      assertThat(time.status()).isEqualTo(2);
      assertThat(time.err()).contains("expected a time such as 2026-03-12T12:00:00+07:00");
    }

    @Test
    void of_a_config_without_an_account_ends_with_2() throws IOException {
      Typed login = Typed.vam("zalo", "login", "--config", file("vam.yaml", GOOD));

      assertThat(login.status()).isEqualTo(2);
      assertThat(login.err()).contains("zalo: expected the account to be let into");
    }
  }

  @Nested
  class RulesTest {
    @Test
    void prints_a_line_for_every_change_in_the_offset_of_the_data() throws IOException {
      String data =
          """
          time,station,quantity,value
          2024-03-12T02:20:00+07:00,xuan-hoa,salinity_gl,0.8
          2024-03-12T02:30:00+07:00,xuan-hoa,salinity_gl,0.9
          2024-03-12T03:00:00+07:00,xuan-hoa,salinity_gl,0.3
          2024-03-12T03:10:00+07:00,xuan-hoa,salinity_gl,0.2
          """;

      Typed test =
          Typed.vam(
              "rules", "test", "--config", file("vam.yaml", GOOD), "--data", file("h.csv", data));

      assertThat(test.status()).isZero();
      assertThat(test.out().lines())
          .containsExactly(
              "2024-03-12T02:30:00+07:00 raised salt xuan-hoa 0.9",
              "2024-03-12T03:10:00+07:00 cleared salt xuan-hoa 0.2");
    }

    @Test
    void needs_stations_and_rules_alone() throws IOException {
      String config = GOOD.substring(GOOD.indexOf("stations:"));

      Typed test =
          Typed.vam(
              "rules",
              "test",
              "--config",
              file("vam.yaml", config),
              "--data",
              file("h.csv", "time,station,quantity,value\n"));

      assertThat(test.status()).isZero();
      assertThat(test.out()).isEmpty();
    }

    @Test
    void names_file_line_and_field_of_what_it_cannot_read() throws IOException {
      String data = "2024-03-12T02:20:00+07:00,xuan-hoa,salinity_gl,much\n";

      Typed test =
          Typed.vam(
              "rules", "test", "--config", file("vam.yaml", GOOD), "--data", file("h.csv", data));

      assertThat(test.status()).isEqualTo(1);
      assertThat(test.err()).contains("h.csv:1: value: expected a number");
    }
  }
}
