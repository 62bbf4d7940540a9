package vn.vam.influxdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.secret.Secret;

class ConfiguringInfluxDb {
  private static final InfluxConfig.V1 VAM =
      new InfluxConfig.V1(
          "vam",
          Optional.empty(),
          Optional.of(new InfluxConfig.Login("hub", new Secret("hidden"))));

  @Test
  void a_secret_is_never_printed() {
    InfluxConfig config = new InfluxConfig(URI.create("http://127.0.0.1:8086"), VAM);

    assertThat(config.toString()).contains("vam", "hub").doesNotContain("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8086",
        "localhost",
        "ftp://127.0.0.1",
        "http://hub:hidden@127.0.0.1:8086",
        "http://127.0.0.1:8086?p=hidden"
      })
  void an_address_that_is_none_or_holds_a_secret_is_refused_without_printing_it(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InfluxConfig(URI.create(url), VAM))
        .withMessageContaining("url")
        .withMessageNotContaining("hidden");
  }

  @Test
  void empty_names_and_timeouts_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InfluxConfig.V2("province", " ", Optional.empty()))
        .withMessageContaining("bucket");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new InfluxConfig(
                    URI.create("http://127.0.0.1"), VAM, Duration.ZERO, Duration.ofSeconds(1)))
        .withMessageContaining("connect_timeout");
  }

  @Test
  void a_bucket_of_2_x_is_asked_as_database_and_policy() {
    InfluxConfig.V2 bucket = new InfluxConfig.V2("province", "water/autogen", Optional.empty());

    assertThat(bucket.database()).isEqualTo("water");
    assertThat(bucket.retentionPolicy()).contains("autogen");
  }
}
