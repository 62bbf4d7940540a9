package vn.vam.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfiguringAFleet {

  @Test
  void complains_about_everything_at_once() {
    FleetConfig fine = Played.config();

    assertThatThrownBy(
            () ->
                new FleetConfig(
                    URI.create("http://127.0.0.1"),
                    null,
                    0,
                    1,
                    Duration.ZERO,
                    Duration.ofMillis(1_500),
                    true,
                    2,
                    fine.modelStart(),
                    fine.clock()))
        .hasMessageContainingAll("broker", "speed", "every", "trafficInterval", "faultRate");
  }

  @Test
  void keeps_the_password_out_of_print() {
    FleetConfig config =
        Played.config().withCredentials(new Credentials("probe", new Secret("mua-nuoc-noi")));

    assertThat(config.toString()).contains("probe").doesNotContain("mua-nuoc-noi");
  }

  @Test
  void refuses_a_password_in_the_address() {
    assertThatThrownBy(() -> FleetConfig.at(URI.create("tcp://a:b@127.0.0.1:1883")))
        .hasMessageContaining("broker");
  }
}
