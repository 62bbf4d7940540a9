package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StartingAndEnding {
  private static final ZaloSimulatorConfig CONFIG =
      ZaloSimulatorConfig.of(
              URI.create("http://127.0.0.1:9/webhooks/zalo"),
              "1",
              new Secret("hush-app"),
              "2",
              new Secret("hush-oa"))
          .withAddress("127.0.0.1", 0);

  @Test
  void a_taken_port_is_named() {
    try (ZaloSimulator first = ZaloSimulator.start(CONFIG)) {
      assertThatThrownBy(() -> ZaloSimulator.start(CONFIG.withAddress("127.0.0.1", first.port())))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("port " + first.port());
    }
  }

  @Test
  void an_ended_simulator_frees_its_port() {
    ZaloSimulator first = ZaloSimulator.start(CONFIG);
    first.close();

    ZaloSimulator.start(CONFIG.withAddress("127.0.0.1", first.port())).close();
  }

  @Test
  void starting_and_ending_leaves_no_threads_behind() {
    ZaloSimulator.start(CONFIG).close();

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream().noneMatch(StartingAndEnding::isOurs));
  }

  @Test
  void secrets_are_not_printed() {
    assertThat(CONFIG.toString()).doesNotContain("hush").contains("••••••");
  }

  @Test
  void all_mistakes_of_a_config_are_told_at_once() {
    assertThatThrownBy(
            () ->
                ZaloSimulatorConfig.of(
                        URI.create("ftp://x/"), "app", new Secret("a"), "oa", new Secret("b"))
                    .withAddress("127.0.0.1", 99999))
        .hasMessageContaining("webhook")
        .hasMessageContaining("appId")
        .hasMessageContaining("oaId");
  }

  private static boolean isOurs(Thread thread) {
    return thread.getName().startsWith("vert.x-eventloop");
  }
}
