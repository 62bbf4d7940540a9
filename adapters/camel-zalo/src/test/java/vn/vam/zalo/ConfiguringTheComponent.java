package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguringTheComponent {
  private final ZaloConfiguration real = ZaloConfiguration.of("1", Secret.of("s"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host",
        "/path",
        "https:///path",
        "https://host?token=x",
        "https://user@host"
      })
  void a_base_address_that_cannot_serve_is_refused(String base) {
    assertThatThrownBy(() -> real.at(real.oauth(), URI.create(base), real.business()))
        .hasMessageStartingWith("openApi must be like https://host");
  }

  @Test
  void connecting_may_not_take_longer_than_the_whole_request() {
    assertThatThrownBy(() -> real.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5)))
        .hasMessageContaining("longer than connectTimeout");
  }

  @Test
  void a_blank_application_is_refused() {
    assertThatThrownBy(() -> ZaloConfiguration.of(" ", Secret.of("s")))
        .hasMessageContaining("appId");
  }

  @Test
  void a_base_address_may_have_a_path_and_a_final_slash() {
    assertThat(PlatformHttp.under(URI.create("http://127.0.0.1:8090/zalo/"), "/v3.0/x"))
        .isEqualTo(URI.create("http://127.0.0.1:8090/zalo/v3.0/x"));
  }

  @Test
  void the_times_of_refreshing_can_be_chosen() {
    ZaloConfiguration chosen = real.withRefresh(Duration.ofHours(2), Duration.ZERO);

    assertThat(chosen.refreshEarly()).isEqualTo(Duration.ofHours(2));
    assertThat(chosen.refreshPause()).isZero();
  }
}
