package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edge node publishes as Sparkplug B has it, and the hub is its host application. */
class ANodeOfSparkplug {
  private static final String SOURCE =
      """
        - { id: factory, broker: 'tcp://127.0.0.1:{b}', format: sparkplug, filters: [ spBv1.0/# ],
            host_id: vam-test, reorder_timeout: 300ms }
      """;
  private static final String DEVICES =
      """
      devices:
        - { id: pump-1, station: my-tho, addresses: [ delta/pump/probe-1 ] }
        - { id: sluice-1, station: ben-tre, addresses: [ delta/sluice/probe-1 ] }
        - { id: weir-1, station: ben-tre, addresses: [ delta/weir/probe-1 ] }
        - { id: quay-1, station: xuan-hoa, addresses: [ delta/quay/probe-1 ] }
      """;

  @TempDir static Path folder;
  @AutoClose private static final Opened opened = new Opened();
  private static Servers servers;
  private static Door door;
  private static HubElsewhere hub;

  @BeforeAll
  static void start() throws IOException {
    servers = Servers.startIn(folder, opened);
    door = servers.door();
    hub = opened.add(new HubElsewhere(asAHost(servers.config(), servers.broker.port()), door));
  }

  private static Path asAHost(Path config, int broker) throws IOException {
    String sources = SOURCE.replace("{b}", Integer.toString(broker));
    String yaml =
        Files.readString(config)
            .replaceFirst("(?m)^sources:\n", "sources:\n" + sources)
            .replaceFirst("(?m)^devices:\n", DEVICES);
    return Files.writeString(config, yaml);
  }

  @Test
  void is_born_measures_by_alias_and_is_stale_when_it_dies() throws Exception {
    try (EdgeNode node = EdgeNode.connect(servers.broker.port(), "pump", 3)) {
      node.beBorn(0.11);
      isStored("my-tho", "pump-1", 0.11);
      node.measures(0.12);
      isStored("my-tho", "pump-1", 0.12);
      patiently().until(() -> freshness("my-tho").equals("fresh"));
      assertThat(node.rebirthsAskedFor()).isZero();
    }

    patiently().until(() -> freshness("my-tho").equals("stale"));
  }

  @Test
  void is_asked_for_a_rebirth_when_a_message_stays_away_and_goes_on_after_it() throws Exception {
    try (EdgeNode node = EdgeNode.connect(servers.broker.port(), "sluice", 0)) {
      node.beBorn(0.21);
      node.losesAMessage();
      node.measures(0.22);
      patiently().until(() -> node.rebirthsAskedFor() == 1);

      node.measures(0.23);
      isStored("ben-tre", "sluice-1", 0.23);
    }
    assertThat(door.rejected("missing-field"))
        .anySatisfy(
            rejected -> assertThat(rejected.getString("topic")).endsWith("/DDATA/sluice/probe-1"));
  }

  @Test
  void what_it_remembers_is_stored_and_alerts_nobody() throws Exception {
    try (EdgeNode node = EdgeNode.connect(servers.broker.port(), "quay", 0)) {
      node.beBorn(0.11);
      node.remembers(9, Instant.now().minusSeconds(120));
      node.measures(0.9);

      isStored("xuan-hoa", "quay-1", 9);
      patiently().until(() -> !door.alerts().isEmpty());
      assertThat(door.alerts()).extracting(alert -> alert.getDouble("value")).containsExactly(0.9);
    }
  }

  @Test
  void sees_that_its_host_is_gone_when_the_hub_is_killed() throws Exception {
    try (EdgeNode node = EdgeNode.connect(servers.broker.port(), "weir", 0)) {
      patiently().until(() -> !node.states().isEmpty());
      String there = node.states().getLast();
      assertThat(there).contains("true");

      hub.kill();
      patiently().until(() -> node.states().getLast().equals(there.replace("true", "false")));

      hub.startAgain();
      patiently().until(() -> node.states().getLast().contains("true"));
      node.beBorn(0.31);
      isStored("ben-tre", "weir-1", 0.31);
    }
  }

  private static void isStored(String station, String device, double salinity) {
    patiently()
        .untilAsserted(
            () ->
                assertThat(door.readings(station))
                    .anySatisfy(
                        point -> {
                          assertThat(point.getDouble("value")).isEqualTo(salinity);
                          assertThat(point.getString("device")).isEqualTo(device);
                        }));
  }

  private static String freshness(String station) {
    return door.get("/api/v1/stations").getJsonArray("stations").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(station))
        .map(each -> each.getString("freshness"))
        .findFirst()
        .orElseThrow();
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
