package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostingSparkplug {
  @TempDir private Path folder = Path.of("");

  @Test
  void goes_by_the_client_id_unless_it_has_a_name() throws Exception {
    assertThat(host("sparkplug", "spBv1.0/#", ""))
        .contains(new HostConfig("vam-edge", Duration.ofSeconds(5)));
    assertThat(host("sparkplug", "spBv1.0/#", ", client_id: here"))
        .contains(new HostConfig("here", Duration.ofSeconds(5)));
    assertThat(host("sparkplug", "spBv1.0/#", ", host_id: hub, reorder_timeout: 2s"))
        .contains(new HostConfig("hub", Duration.ofSeconds(2)));
  }

  @Test
  void is_for_its_own_format() throws Exception {
    assertThat(host("flat", "plain/#", "")).isEmpty();
    assertThat(refused("flat", "plain/#", ", host_id: hub, reorder_timeout: 2s"))
        .containsExactly("sources[0].host_id", "sources[0].reorder_timeout");
  }

  @Test
  void complains_of_what_it_cannot_mean() {
    assertThat(
            refused(
                "sparkplug",
                "plain/#",
                ", host_id: a/b, reorder_timeout: 1h, session_expiry: 1d, receive_maximum: 9"))
        .containsExactlyInAnyOrder(
            "sources[0].filters[0]",
            "sources[0].host_id",
            "sources[0].reorder_timeout",
            "sources[0].session_expiry",
            "sources[0].receive_maximum");
  }

  private Optional<HostConfig> host(String format, String filter, String more)
      throws BadConfig, IOException {
    return read(format, filter, more).sources().getFirst().host();
  }

  private Iterable<String> refused(String format, String filter, String more) {
    BadConfig bad = catchThrowableOfType(BadConfig.class, () -> read(format, filter, more));
    return bad.complaints().stream().map(Complaint::path).toList();
  }

  private HubConfig read(String format, String filter, String more) throws BadConfig, IOException {
    Path file = folder.resolve("vam.yaml");
    Files.writeString(
        file,
        "sources: [ { id: edge, broker: embedded, format: %s, filters: [ '%s' ]%s } ]%n"
            .formatted(format, filter, more));
    return new ConfigReader(Set.of("sparkplug", "flat"), Set.of("vi/salt"), Map.of()).read(file);
  }
}
