package vn.vam.sim.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class OpeningAnOffice {

  private static final OfficeConfig ANY_PORT = OfficeConfig.standard().withPort(0);

  @Test
  void names_a_port_that_is_taken() {
    try (OfficeSimulator first = OfficeSimulator.start(ANY_PORT)) {
      OfficeConfig same = ANY_PORT.withPort(first.port());

      assertThatThrownBy(() -> OfficeSimulator.start(same))
          .hasMessageContaining("port " + first.port() + " of 127.0.0.1");
    }
  }

  @Test
  void leaves_no_thread_behind_when_it_closes() {
    OfficeSimulator.start(ANY_PORT).close();

    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("vert.x")));
  }

  @Test
  void complains_about_every_setting_at_once() {
    assertThatThrownBy(() -> ANY_PORT.withHost(" ").withPort(70_000)).hasMessageContaining("host");
    assertThatThrownBy(() -> new OfficeConfig("", -1, 1, 0, ANY_PORT.clock()))
        .hasMessageContainingAll("host", "port", "speed");
  }

  @Test
  void listens_on_the_loopback_alone_by_default() {
    assertThat(OfficeConfig.standard().host()).isEqualTo("127.0.0.1");
    assertThat(OfficeConfig.standard().port()).isEqualTo(8091);
  }
}
