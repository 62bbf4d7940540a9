package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.Label;

/**
 * The samples in the tree of a message whose shape its makers left open: by the source's mapping,
 * else by the table of names.
 */
final class Samples {
  private static final List<String> USUAL_TIMES =
      List.of("time", "ts", "timestamp", "datetime", "date_time", "last_seen");

  private final DecoderContext context;

  Samples(DecoderContext context) {
    this.context = context;
  }

  /** The name of the device, where the mapping says that the message tells it. */
  Optional<String> device(JsonNode message) {
    return context.mapping().device().flatMap(path -> path.in(message)).map(JsonNode::asText);
  }

  /** At least one. */
  List<Sample> of(JsonNode message, Instant arrivedAt) {
    List<JsonNode> parts = parts(message);
    return parts.isEmpty()
        ? List.of(sample(message, message, arrivedAt))
        : parts.stream().map(part -> sample(part, message, arrivedAt)).toList();
  }

  private List<JsonNode> parts(JsonNode message) {
    JsonNode array = context.mapping().samples().flatMap(path -> path.in(message)).orElse(message);
    return array.isArray()
        ? StreamSupport.stream(array.spliterator(), false).filter(JsonNode::isObject).toList()
        : List.of();
  }

  private Sample sample(JsonNode part, JsonNode message, Instant arrivedAt) {
    Fields fields = fields(part);
    Optional<JsonNode> time = time(part).or(() -> time(message)).or(() -> fields.label(Label.TIME));
    return new Sample(fields, context.clock().read(time, arrivedAt));
  }

  Fields fields(JsonNode part) {
    Stream<Fields.Found> found =
        context.mapping().fields().isEmpty()
            ? Fields.found(part, context.names()).stream()
            : mapped(part);
    return Fields.of(found.map(this::withoutSentinel).toList());
  }

  private Stream<Fields.Found> mapped(JsonNode part) {
    return context.mapping().fields().entrySet().stream()
        .flatMap(
            mapped ->
                mapped.getKey().in(part).stream()
                    .map(
                        value ->
                            new Fields.Found(mapped.getKey().last(), value, mapped.getValue())));
  }

  /** It holds no number, like any other text that is none. */
  private Fields.Found withoutSentinel(Fields.Found found) {
    return found.field() instanceof Field.Gauge && context.mapping().isSentinel(found.value())
        ? new Fields.Found(found.name(), MissingNode.getInstance(), found.field())
        : found;
  }

  private Optional<JsonNode> time(JsonNode message) {
    return context.mapping().time().isPresent()
        ? context.mapping().time().flatMap(path -> path.in(message))
        : USUAL_TIMES.stream().flatMap(name -> named(message, name)).findFirst();
  }

  private static Stream<JsonNode> named(JsonNode message, String name) {
    return message.properties().stream()
        .filter(property -> property.getKey().equalsIgnoreCase(name))
        .filter(property -> property.getValue().isValueNode() && !property.getValue().isNull())
        .map(Map.Entry::getValue);
  }
}
