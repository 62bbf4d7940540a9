package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.testing.ChildProcess;
import vn.vam.testing.FreePort;
import vn.vam.testing.Http;
import vn.vam.testing.SmallDisk;

/**
 * Somebody else has filled the disk before the hub starts. It waits, says so, takes nothing, and
 * goes on by itself.
 */
class AStartOnAFullDisk {
  private static final int MEGABYTES = 64;
  private static final int SOME = 300;
  private static final String WAITS = "the hub waits for room on its disk";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  private SmallDisk disk;

  @BeforeEach
  void mount() throws Exception {
    disk = opened.add(SmallDisk.mount(folder, MEGABYTES));
  }

  @Test
  void waits_with_a_new_folder_and_takes_up_what_the_broker_kept() throws Exception {
    Chain chain = Chain.startIn(folder, opened);
    HubHere.start(chain.config(disk.path().resolve("hub"), "")).close();
    emptyFolder();
    NumberedProbes probes = chain.publish();
    probes.untilAcknowledged(SOME);
    disk.fill();

    Path config = chain.config(disk.path().resolve("hub"), "");
    ChildProcess hub = run(config, chain.door);
    assertThat(Http.get(chain.door.at("/readyz")).statusCode()).isEqualTo(503);
    assertThat(Http.get(chain.door.at("/")).body()).contains("Đĩa đầy", "The disk is full");
    assertThat(Http.get(chain.door.at("/healthz")).statusCode()).isEqualTo(200);
    patiently().until(() -> hub.printed().contains(WAITS));
    probes.untilAcknowledged(SOME);

    disk.empty();
    chain.untilReady();
    probes.untilAcknowledged(SOME);

    chain.finish(probes);
    chain.everythingIsStoredOnce();
  }

  @Test
  void gives_up_its_reserve_before_it_waits() throws Exception {
    Chain chain = Chain.startIn(folder, opened);
    Path config = chain.config(disk.path().resolve("hub"), "");
    HubHere.start(config).close();
    Path ballast = disk.path().resolve("hub/log/ballast");
    assertThat(ballast).exists();
    NumberedProbes probes = chain.publish();
    probes.untilAcknowledged(SOME);
    disk.fill();

    opened.add(HubHere.start(config));
    probes.untilAcknowledged(SOME);
    assertThat(ballast).doesNotExist();

    chain.finish(probes);
    chain.everythingIsStoredOnce();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 12})
  void waits_with_its_own_broker_and_store_too(int megabytesLeft) throws Exception {
    int mqtt = FreePort.next();
    Door door = new Door(FreePort.next());
    Path config = embedded(mqtt, door);
    disk.fillUpTo(megabytesLeft << 20);

    run(config, door);
    disk.empty();
    patiently().until(door::isReady);

    NumberedProbes probes =
        opened.add(
            NumberedProbes.start(
                URI.create("tcp://127.0.0.1:" + mqtt),
                SOME,
                NumberedProbes.withTime(Instant.now().minusSeconds(3_600))));
    probes.untilAcknowledged(SOME);
    Set<Integer> acknowledged = probes.finish();
    patiently().until(() -> door.messages("stored") >= acknowledged.size());
    door.booksBalance();
  }

  @Test
  void a_demo_waits_too() throws Exception {
    Door door = new Door(FreePort.next());
    disk.fill();

    ChildProcess demo =
        opened.add(
            ChildProcess.start(
                HubElsewhere.typed(
                    "demo",
                    "--headless",
                    "--data=" + disk.path().resolve("demo"),
                    "--port=" + door.port(),
                    "--zalo-port=" + FreePort.next(),
                    "--mqtt-port=" + FreePort.next(),
                    "--office-port=" + FreePort.next(),
                    "--town-port=" + FreePort.next()),
                folder.resolve("printed"),
                () -> waitsForDisk(door)));
    assertThat(demo.printed()).contains(WAITS);
    disk.empty();

    patiently().until(door::isReady);
    patiently().until(() -> door.messages("stored") > 0);
  }

  @Test
  void what_is_no_matter_of_room_ends_it_at_once() throws Exception {
    Chain chain = Chain.startIn(folder, opened);
    Path config = chain.config(disk.path().resolve("hub"), "");
    opened.add(HubHere.start(config));
    disk.fill();

    ChildProcess second =
        opened.add(
            ChildProcess.start(
                HubElsewhere.command("run", config), folder.resolve("second.log"), () -> true));

    assertThat(second.awaitEnd(Duration.ofSeconds(30)).orElseThrow()).isNotZero();
    assertThat(second.printed()).contains("another hub works on the state folder");
  }

  private void emptyFolder() throws IOException {
    try (Stream<Path> files = Files.walk(disk.path().resolve("hub"))) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private ChildProcess run(Path config, Door door) {
    KeptBooks.askAfterwards(door);
    return opened.add(
        ChildProcess.start(
            HubElsewhere.command("run", config),
            folder.resolve("hub.log"),
            () -> waitsForDisk(door)));
  }

  private static boolean waitsForDisk(Door door) {
    return Http.answers(door.at("/readyz"), 503) && door.waitsFor("disk");
  }

  private Path embedded(int mqtt, Door door) throws IOException {
    return Files.writeString(
        folder.resolve("hub.yaml"),
        """
        sources: [ { id: native, broker: embedded, format: native, filters: [vam/v1/salinity/+] } ]
        stations: [ { id: ben-tre, name: Bến Tre, kind: salinity } ]
        state: { directory: "%s", broker_port: %d }
        console: { port: %d }
        devices:
        %s"""
            .formatted(
                disk.path().resolve("hub"), mqtt, door.port(), NumberedProbes.devices("ben-tre")));
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }
}
