package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.endtoend.NumberedPublisher.Numbered;

/**
 * SIGKILL under 2,000 messages a second, three times at instants a seed decides. The publisher's
 * numbered set is the truth: what the broker acknowledged to it lies in InfluxDB at the end, once.
 * A message's number is its value, so that the points themselves tell which message they come from.
 */
class TheHubIsKilled {
  private static final int A_SECOND = 2_000;
  private static final int DEVICES = 2_000;
  private static final int KILLS = 3;

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private HubElsewhere hub;

  @BeforeEach
  void start() throws IOException {
    servers = Servers.startIn(folder, opened);
    hub = opened.add(new HubElsewhere(withDevices(servers.config()), servers.door()));
  }

  /**
   * As many devices as messages in a second: those that carry no time are stored at their arrival,
   * and two of one device within a millisecond would rightly be one point.
   */
  private static Path withDevices(Path config) throws IOException {
    String devices =
        IntStream.range(0, DEVICES)
            .mapToObj(i -> "  - { id: probe-" + i + ", station: ben-tre }\n")
            .collect(Collectors.joining("", "devices:\n", ""));
    return Files.writeString(config, Files.readString(config).replace("devices:\n", devices));
  }

  @Test
  void and_every_acknowledged_message_with_a_time_is_stored_once() throws Exception {
    Instant start = Instant.now().minusSeconds(3_600);

    Set<Integer> published = publishAndKill(7, number -> timed(number, start));

    everyOneIsStoredOnce(published);
  }

  @Test
  void and_every_acknowledged_message_without_a_time_is_stored_once() throws Exception {
    Set<Integer> published = publishAndKill(11, TheHubIsKilled::timeless);

    everyOneIsStoredOnce(published);
  }

  private static Numbered timed(int number, Instant start) {
    return new Numbered(
        "vam/v1/salinity/probe-" + number % DEVICES,
        "{\"time\":\"%s\",\"ec25_us_cm\":%d}".formatted(start.plusMillis(number), number));
  }

  private static Numbered timeless(int number) {
    return new Numbered(
        "vam/v1/salinity/probe-" + number % DEVICES, "{\"ec25_us_cm\":%d}".formatted(number));
  }

  private Set<Integer> publishAndKill(long seed, IntFunction<Numbered> message) throws Exception {
    Random random = new Random(seed);
    try (NumberedPublisher publisher =
        NumberedPublisher.start(servers.broker.uri(), A_SECOND, message)) {
      for (int i = 0; i < KILLS; i++) {
        passes(Duration.ofMillis(500 + random.nextInt(2_000)));
        hub.kill();
        hub.startAgain();
      }
      passes(Duration.ofSeconds(1));
      return publisher.finish();
    }
  }

  private static void passes(Duration time) {
    Instant end = Instant.now().plus(time);
    Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> Instant.now().isAfter(end));
  }

  private void everyOneIsStoredOnce(Set<Integer> published) {
    int messages = published.size();
    assertThat(messages).isGreaterThan(A_SECOND * KILLS);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(
            () -> assertThat(servers.door().messages("stored")).isGreaterThanOrEqualTo(messages));
    servers.door().booksBalance();

    List<Integer> stored = stored();
    assertThat(new TreeSet<>(stored)).isEqualTo(published);
    assertThat(stored).as("points").hasSize(messages);
    assertThat(servers.door().messages("stored")).isEqualTo(messages);
    assertThat(servers.door().messages("rejected")).isZero();
  }

  private List<Integer> stored() {
    JsonArray rows =
        new JsonObject(servers.influx.query("vam", "select ec25_us_cm from salinity"))
            .getJsonArray("results")
            .getJsonObject(0)
            .getJsonArray("series")
            .getJsonObject(0)
            .getJsonArray("values");
    List<Integer> numbers = new ArrayList<>();
    rows.forEach(row -> numbers.add(((JsonArray) row).getInteger(1)));
    return numbers;
  }
}
