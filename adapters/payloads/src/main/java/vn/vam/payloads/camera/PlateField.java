package vn.vam.payloads.camera;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.payloads.personal.PersonalKeys;

/** Finds the text of a plate: alone under its name, or first of a list with its score. */
final class PlateField {
  private PlateField() {}

  static Optional<String> find(JsonNode node) {
    Stream<JsonNode> own =
        node.properties().stream()
            .filter(property -> PersonalKeys.isPlate(property.getKey()))
            .map(Map.Entry::getValue);
    return own.flatMap(value -> text(value).stream())
        .findFirst()
        .or(() -> below(node).flatMap(child -> find(child).stream()).findFirst());
  }

  private static Stream<JsonNode> below(JsonNode node) {
    return node.isContainerNode() ? node.valueStream() : Stream.empty();
  }

  private static Optional<String> text(JsonNode value) {
    JsonNode said = value.isArray() ? value.path(0) : value;
    return Optional.of(said)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(plate -> !plate.isBlank());
  }
}
