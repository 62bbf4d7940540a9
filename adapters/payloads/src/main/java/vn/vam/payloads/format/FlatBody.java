package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.payloads.json.Root;
import vn.vam.payloads.mapping.FieldPath;
import vn.vam.payloads.step.Step;

/** The tree of a body that is JSON, or a bare value such as {@code 29.7}. */
final class FlatBody {
  private static final int LONGEST_VALUE = 64;
  private static final String VALUE = "value";
  private static final FieldPath VALUE_PATH = FieldPath.of(VALUE);
  private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,].*", Pattern.DOTALL);

  private final Intake intake;
  private final boolean isValueMapped;
  private final boolean isMapped;

  FlatBody(DecoderContext context, Intake intake) {
    this.intake = intake;
    this.isValueMapped = context.mapping().fields().containsKey(VALUE_PATH);
    this.isMapped = !context.mapping().fields().isEmpty();
  }

  /** A bare value stands under the topic's name for it, else under {@code value}. */
  Step<JsonNode> read(RawMessage message, FlatTopic topic, Optional<Devices.Known> device) {
    Optional<String> bare = bareValue(message);
    boolean isNamed = isValueMapped || topic.field().isPresent();
    if (bare.isPresent() && isNamed) {
      return new Step.Go<>(
          JsonNodeFactory.instance
              .objectNode()
              .put(topic.field().orElse(VALUE), bare.orElseThrow()));
    }
    return bare.filter(text -> NUMBER.matcher(text).matches()).isPresent()
        ? unmapped(device, VALUE)
        : intake
            .json(message, device.map(Devices.Known::id), Root.OBJECT_OR_ARRAY)
            .then(tree -> named(tree, device));
  }

  private Step<JsonNode> named(JsonNode tree, Optional<Devices.Known> device) {
    return !isMapped && tree.isArray() && tree.path(0).isValueNode()
        ? unmapped(device, "/0")
        : new Step.Go<>(tree);
  }

  private static Step<JsonNode> unmapped(Optional<Devices.Known> device, String path) {
    return Step.reject(
        device.map(Devices.Known::id),
        RejectReason.NO_MEASURED_FIELD,
        path,
        "expected a mapping that says what it is, such as fields: { %s: salinity_gl }"
            .formatted(path));
  }

  /** A short text that is no JSON object or array, without quotes around it. */
  static Optional<String> bareValue(RawMessage message) {
    return Optional.of(message.payload())
        .filter(payload -> payload.size() <= LONGEST_VALUE)
        .flatMap(payload -> payload.text())
        .map(text -> text.strip().replaceAll("^\"(.*)\"$", "$1"))
        .filter(text -> !text.startsWith("{") && !text.startsWith("["))
        .filter(text -> !text.startsWith("\ufeff"));
  }
}
