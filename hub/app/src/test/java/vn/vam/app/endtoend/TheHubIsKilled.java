package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.endtoend.NumberedProbes.Telling;

/**
 * SIGKILL under 2,000 messages a second, three times at instants a seed decides. The publisher's
 * numbered set is the truth: what the broker acknowledged to it lies in InfluxDB at the end, once.
 * Hundreds of kills: {@code vam bench faults}.
 */
class TheHubIsKilled {
  private static final int A_SECOND = 2_000;
  private static final int KILLS = 3;

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private Servers servers;
  private HubElsewhere hub;

  @BeforeEach
  void start() throws IOException {
    servers = Servers.startIn(folder, opened);
    hub = opened.add(new HubElsewhere(withProbes(servers.config()), servers.door()));
  }

  private static Path withProbes(Path config) throws IOException {
    return Files.writeString(
        config,
        Files.readString(config)
            .replace("devices:\n", "devices:\n" + NumberedProbes.devices("ben-tre")));
  }

  @Test
  void and_every_acknowledged_message_with_a_time_is_stored_once() throws Exception {
    Instant start = Instant.now().minusSeconds(3_600);

    Set<Integer> published = publishAndKill(7, NumberedProbes.withTime(start));

    everyOneIsStoredOnce(published);
  }

  @Test
  void and_every_acknowledged_message_without_a_time_is_stored_once() throws Exception {
    Set<Integer> published = publishAndKill(11, NumberedProbes.withoutTime());

    everyOneIsStoredOnce(published);
  }

  private Set<Integer> publishAndKill(long seed, Telling telling) throws Exception {
    Random random = new Random(seed);
    try (NumberedProbes probes = NumberedProbes.start(servers.broker.uri(), A_SECOND, telling)) {
      for (int i = 0; i < KILLS; i++) {
        probes.untilAcknowledged(A_SECOND / 2 + random.nextInt(2 * A_SECOND));
        hub.kill();
        hub.startAgain();
      }
      probes.untilAcknowledged(A_SECOND);
      return probes.finish();
    }
  }

  private void everyOneIsStoredOnce(Set<Integer> published) {
    int messages = published.size();
    assertThat(messages).isGreaterThan(A_SECOND * KILLS / 2);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(
            () -> assertThat(servers.door().messages("stored")).isGreaterThanOrEqualTo(messages));
    servers.door().booksBalance();

    StoredNumbers.in(servers.influx).areExactly(published);
    assertThat(servers.door().messages("stored")).isEqualTo(messages);
    assertThat(servers.door().messages("rejected")).isZero();
  }
}
