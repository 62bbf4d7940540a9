package vn.vam.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingToARealBroker {

  @TempDir Path folder;

  private Mosquitto broker;

  @BeforeEach
  void start_a_broker() throws Exception {
    broker = Mosquitto.start(folder);
  }

  @AfterEach
  void end_it() {
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void brings_every_message_there_once() throws Exception {
    try (Listener listener = new Listener(broker.uri())) {
      Fleet fleet = Fleet.start(config());
      await().until(() -> probesAndCountersSpoke(fleet.report()));
      fleet.close();

      FleetReport report = fleet.report();
      assertThat(report.acknowledged()).isEqualTo(report.published());
      await().until(() -> listener.topics().size() >= report.published());
      assertThat(listener.topics()).hasSize((int) report.published());
    }
  }

  @Test
  void goes_on_after_the_broker_was_killed_and_came_back() throws Exception {
    try (Fleet fleet = Fleet.start(config())) {
      await().until(() -> fleet.report().acknowledged() > 20);

      broker.kill();
      long atTheLoss = fleet.report().published();
      await().until(() -> fleet.report().published() > atTheLoss + 50);
      broker.restart();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> fleet.report().acknowledged() > atTheLoss + 50);
      assertThat(fleet.report().counts().values()).allMatch(count -> count.dropped() == 0);
    }
  }

  @Test
  void leaves_no_thread_behind_after_many_losses() throws Exception {
    Fleet fleet = Fleet.start(config());
    for (int loss = 0; loss < 3; loss++) {
      long before = fleet.report().acknowledged();
      await().atMost(Duration.ofSeconds(30)).until(() -> fleet.report().acknowledged() > before);
      assertThat(ofTheFleet()).hasSizeLessThan(8);
      broker.kill();
      broker.restart();
    }

    fleet.close();

    await().untilAsserted(() -> assertThat(ofTheFleet()).isEmpty());
  }

  @Test
  void waits_for_a_broker_that_is_late() throws Exception {
    broker.kill();
    try (Fleet fleet = Fleet.start(config())) {
      await().until(() -> fleet.report().published() > 30);

      broker.restart();

      await().atMost(Duration.ofSeconds(30)).until(() -> fleet.report().acknowledged() > 30);
    }
  }

  @Test
  void gives_up_within_bounds_when_no_broker_ever_comes() {
    Fleet fleet = Fleet.start(FleetConfig.at(URI.create("tcp://127.0.0.1:1")));
    await().until(() -> fleet.report().published() > 0);

    await().atMost(Duration.ofSeconds(15)).until(() -> closed(fleet));

    FleetReport.Count salinity = fleet.report().of(Kind.SALINITY);
    assertThat(salinity.dropped()).isEqualTo(salinity.published());
  }

  private FleetConfig config() {
    return FleetConfig.at(broker.uri())
        .withEvery(Duration.ofMillis(200))
        .withTrafficInterval(Duration.ofSeconds(1));
  }

  private static boolean probesAndCountersSpoke(FleetReport report) {
    return report.of(Kind.SALINITY).published() > 50 && report.of(Kind.TRAFFIC).published() > 10;
  }

  private static boolean closed(Fleet fleet) {
    fleet.close();
    return true;
  }

  private static List<String> ofTheFleet() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("fleet-") || name.contains("vam-fleet"))
        .toList();
  }
}
