package vn.vam.sim.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;

/** Bodies as the platform was recorded to send and take them, in {@code recorded/}. */
final class Recorded {
  private Recorded() {}

  /**
   * @param file such as {@code answers}
   */
  static JsonNode in(String file) throws IOException {
    String name = "/recorded/" + file + ".json";
    try (InputStream stream = Recorded.class.getResourceAsStream(name)) {
      assertThat(stream).as(name).isNotNull();
      return new ObjectMapper().readTree(stream);
    }
  }

  /** The same fields, each of the same kind, all the way down; the values are others. */
  static void sameShape(JsonNode actual, String file, String name) throws IOException {
    JsonNode recorded = in(file).path(name);
    assertThat(recorded.isObject()).as("%s has no %s", file, name).isTrue();
    assertThat(shape(actual, "")).as(name).isEqualTo(shape(recorded, ""));
  }

  /** Such as {@code /data/quota/remain STRING}, a line a field. */
  private static Set<String> shape(JsonNode node, String path) {
    Set<String> lines = new TreeSet<>();
    lines.add(path + " " + node.getNodeType());
    node.properties()
        .forEach(field -> lines.addAll(shape(field.getValue(), path + "/" + field.getKey())));
    node.elements()
        .forEachRemaining(
            element -> {
              if (node.isArray()) lines.addAll(shape(element, path + "[]"));
            });
    return lines;
  }
}
