package vn.vam.app.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The configuration of these tests, see {@code endtoend/hub.yaml}. */
final class HubYaml {
  private HubYaml() {}

  /**
   * @param places what stands for {@code {name}}
   */
  static String with(Map<String, Object> places) {
    String yaml = template();
    for (Map.Entry<String, Object> place : places.entrySet()) {
      yaml = yaml.replace("{" + place.getKey() + "}", place.getValue().toString());
    }
    return yaml;
  }

  private static String template() {
    try (InputStream in = HubYaml.class.getResourceAsStream("/endtoend/hub.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
