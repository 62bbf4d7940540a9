package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.FreePort;
import vn.vam.testing.InfluxProcess;

/**
 * With the embedded broker one SIGKILL ends both. What the broker had acknowledged to the probes is
 * stored all the same; of what it had not, a probe does not know, and it may be stored as well.
 */
class TheHubIsKilledWithItsBroker {
  private static final int A_SECOND = 500;
  private static final int KILLS = 2;

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private final int mqtt = FreePort.next();
  private final Door door = new Door(FreePort.next());

  @Test
  void and_what_the_broker_had_acknowledged_is_stored_once() throws Exception {
    InfluxProcess influx = opened.add(InfluxProcess.startIn(folder));
    HubElsewhere hub = opened.add(new HubElsewhere(config(influx), door));
    Random instants = new Random(13);
    NumberedProbes probes =
        opened.add(
            NumberedProbes.start(
                URI.create("tcp://127.0.0.1:" + mqtt),
                A_SECOND,
                NumberedProbes.withAndWithoutTime(Instant.now().minusSeconds(3_600))));

    for (int i = 0; i < KILLS; i++) {
      probes.untilAcknowledged(A_SECOND + instants.nextInt(A_SECOND));
      hub.kill();
      hub.startAgain();
    }
    probes.untilAcknowledged(A_SECOND);

    Set<Integer> acknowledged = probes.finish();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(door.messages("stored")).isGreaterThanOrEqualTo(acknowledged.size()));
    door.booksBalance();
    StoredNumbers stored = StoredNumbers.in(influx);
    stored.noneIsThereTwice();
    assertThat(stored.numbers()).containsAll(acknowledged);
    assertThat(door.messages("stored")).isEqualTo(stored.points().size());
  }

  private Path config(InfluxProcess influx) throws IOException {
    return Files.writeString(
        folder.resolve("hub.yaml"),
        """
        sources: [ { id: native, broker: embedded, format: native, filters: [vam/v1/salinity/+] } ]
        stations: [ { id: ben-tre, name: Bến Tre, kind: salinity } ]
        store: { kind: influxdb, url: "%s", api: v1, database: vam }
        state: { directory: "%s", broker_port: %d }
        console: { port: %d }
        devices:
        %s"""
            .formatted(
                influx.url(),
                folder.resolve("hub"),
                mqtt,
                door.port(),
                NumberedProbes.devices("ben-tre")));
  }
}
