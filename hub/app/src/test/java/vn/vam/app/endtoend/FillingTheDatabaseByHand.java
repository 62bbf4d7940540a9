package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code vam replay} and {@code vam import} as processes of their own, into a real InfluxDB beside
 * a running hub. What the database then holds is counted by the database.
 */
class FillingTheDatabaseByHand {
  private static final int SOME = 6_000;
  private static final int A_DAY = 12_000;
  private static final int DOUBTED = 4;
  private static final Instant NOON = Instant.parse("2025-03-12T05:00:00Z");

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();

  @Nested
  class WithWhatTheLogKept {
    @Test
    void a_database_that_was_lost_has_every_point_again_and_twice_is_once() throws Exception {
      Chain chain = Chain.startIn(folder, opened);
      opened.add(HubHere.start(chain.config()));
      NumberedProbes probes = chain.publish();
      probes.untilAcknowledged(SOME);
      Set<Integer> acknowledged = chain.finish(probes);
      chain.everythingIsStoredOnce();
      chain.influx.query("", "drop database vam");

      String once = replay(chain);

      assertThat(once)
          .contains("%1$d messages: %1$d points written, 0 refused".formatted(acknowledged.size()));
      StoredNumbers.in(chain.influx).areExactly(acknowledged);
      assertThat(replay(chain)).isEqualTo(once);
      StoredNumbers.in(chain.influx).areExactly(acknowledged);
    }

    @Test
    void a_point_that_was_doubted_stays_so_though_its_last_message_was_not() throws Exception {
      Chain chain = Chain.startIn(folder, opened);
      opened.add(HubHere.start(chain.config()));
      Field field = new Field(chain.broker.port());
      Instant at = Instant.now().minusSeconds(60);
      field.publish(
          "vam/v1/salinity/probe-1", "{\"time\":\"%s\",\"salinity_gl\":400}".formatted(at));
      field.publish(
          "vam/v1/salinity/probe-1", "{\"time\":\"%s\",\"temperature_c\":28}".formatted(at));
      Awaitility.await().until(() -> chain.door.messages("stored") == 2);
      assertThat(qualities(chain)).containsExactly(DOUBTED);

      replay(chain);

      assertThat(qualities(chain)).containsExactly(DOUBTED);
    }

    private static String replay(Chain chain) {
      return Program.vam(
          "replay",
          "--config",
          chain.config().toString(),
          "--from",
          Instant.now().minus(Duration.ofDays(1)).toString(),
          "--to",
          Instant.now().plus(Duration.ofDays(1)).toString());
    }
  }

  @Nested
  class WithAFileOfHistory {
    @Test
    void it_holds_as_many_points_as_the_file_has_rows_and_twice_is_once() throws Exception {
      Chain chain = Chain.startIn(folder, opened);
      String rows =
          IntStream.range(0, A_DAY)
              .mapToObj(n -> "%s,ben-tre,ec25_us_cm,%d%n".formatted(NOON.plusSeconds(n), n))
              .collect(Collectors.joining());

      String once = imported(chain, rows);

      assertThat(once).contains("%1$d rows: %1$d points written, 0 refused".formatted(A_DAY));
      StoredNumbers.in(chain.influx)
          .areExactly(IntStream.range(0, A_DAY).boxed().collect(Collectors.toSet()));
      assertThat(imported(chain, rows)).isEqualTo(once);
      StoredNumbers.in(chain.influx).noneIsThereTwice();
    }

    @Test
    void a_row_that_is_good_does_not_call_good_what_another_of_its_instant_said() throws Exception {
      Chain chain = Chain.startIn(folder, opened);

      imported(
          chain, "%1$s,ben-tre,salinity_gl,400%n%1$s,ben-tre,temperature_c,28%n".formatted(NOON));

      assertThat(qualities(chain)).containsExactly(DOUBTED);
    }

    private String imported(Chain chain, String rows) throws IOException {
      Path file =
          Files.writeString(folder.resolve("history.csv"), "time,station,quantity,value\n" + rows);
      return Program.vam(
          "import", "--config", chain.config().toString(), "--data", file.toString());
    }
  }

  private static Set<Integer> qualities(Chain chain) {
    JsonArray series =
        new JsonObject(chain.influx.query("vam", "select quality from salinity"))
            .getJsonArray("results")
            .getJsonObject(0)
            .getJsonArray("series");
    return series.stream()
        .flatMap(one -> ((JsonObject) one).getJsonArray("values").stream())
        .map(row -> ((JsonArray) row).getInteger(1))
        .collect(Collectors.toSet());
  }
}
