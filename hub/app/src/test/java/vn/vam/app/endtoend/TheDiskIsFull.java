package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.hub.Hub;
import vn.vam.testing.SmallDisk;

/**
 * The hub's directory lies on a disk of 64 MB that somebody else fills, under 1,000 messages a
 * second.
 */
class TheDiskIsFull {
  private static final int MEGABYTES = 64;
  private static final int SOME = 300;
  private static final int SPACE = 4_000;

  /** Of half a megabyte each at least, once closed: a third of the log without its reserve. */
  private static final int SEGMENTS_FOR_COPIES = 8;

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();
  @AutoClose private final LoggedLines lines = LoggedLines.begin();
  private SmallDisk disk;
  private Chain chain;

  @BeforeEach
  void start() throws Exception {
    disk = opened.add(SmallDisk.mount(folder, MEGABYTES));
    chain = Chain.startIn(folder, opened);
  }

  @Test
  void it_acknowledges_nothing_says_so_and_goes_on_by_itself_when_room_comes_back()
      throws Exception {
    NumberedProbes probes = startHub("", 0);
    fillDiskAndReserve();
    untilTheHubWaits();
    probes.untilAcknowledged(SOME);
    long stored = chain.door.messages("stored");
    assertThat(chain.door.messages("in_hand")).isPositive();

    disk.empty();
    chain.untilReady();
    probes.untilAcknowledged(SOME);

    chain.finish(probes);
    chain.everythingIsStoredOnce();
    assertThat(chain.door.messages("stored")).isGreaterThan(stored + SOME);
    patiently().until(() -> Files.exists(ballast()));
    assertThat(lines.telling("nothing is acknowledged until the disk takes the log again"))
        .isNotEmpty()
        .hasSameSizeAs(lines.telling("the disk takes the log again, "));
    assertThat(lines.telling("a turn failed")).isEmpty();
  }

  @Test
  void a_hub_that_is_killed_then_has_lost_nothing_it_acknowledged() throws Exception {
    Path config = chain.config(disk.path().resolve("hub"), "");
    HubElsewhere hub = opened.add(new HubElsewhere(config, chain.door));
    NumberedProbes probes = chain.publish();
    probes.untilAcknowledged(SOME);
    fillDiskAndReserve();
    untilTheHubWaits();

    hub.kill();
    disk.empty();
    hub.startAgain();
    probes.untilAcknowledged(SOME);

    chain.finish(probes);
    chain.everythingIsStoredOnce();
  }

  @Test
  void what_every_reader_has_passed_makes_room_by_itself() throws Exception {
    NumberedProbes probes = startHub("log: { segment_mb: 1, most_mb: 28 }\n", SPACE);
    patiently().until(() -> segments().size() > SEGMENTS_FOR_COPIES + 1);
    String oldest = segments().getFirst();

    fillDiskAndReserve();
    patiently().until(() -> !segments().contains(oldest));
    probes.untilAcknowledged(SOME);

    chain.finish(probes);
    chain.everythingIsStoredOnce();
    assertThat(lines.telling("went before its time for want of room")).isNotEmpty();
    assertThat(lines.telling("a turn failed")).isEmpty();
  }

  private NumberedProbes startHub(String more, int space) throws Exception {
    Hub hub = HubHere.start(chain.config(disk.path().resolve("hub"), more));
    opened.add(hub);
    NumberedProbes probes = chain.publishSpaced(space);
    probes.untilAcknowledged(SOME);
    return probes;
  }

  /** The hub gives its reserve up first. */
  private void fillDiskAndReserve() throws IOException {
    disk.fill();
    patiently().until(() -> !Files.exists(ballast()));
    disk.fill();
  }

  /** What the hub itself gives back meanwhile is filled too. */
  private void untilTheHubWaits() {
    patiently()
        .until(
            () -> {
              disk.fill();
              return chain.door.waitsFor("disk");
            });
  }

  private Path ballast() {
    return disk.path().resolve("hub/log/ballast");
  }

  private List<String> segments() throws IOException {
    try (Stream<Path> files = Files.list(disk.path().resolve("hub/log"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".db"))
          .sorted()
          .toList();
    }
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
  }
}
