package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.vam.core.message.RawMessage;
import vn.vam.core.reading.Quantity;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.Label;
import vn.vam.payloads.field.Scale;
import vn.vam.payloads.mapping.Mapping;

/**
 * The samples in the tree of a message whose shape its makers left open: by the source's mapping,
 * else by the table of names.
 */
final class Samples {
  /** The start of an interval counts before the time at which it was told. */
  private static final List<String> USUAL_TIMES =
      List.of(
          "dateobservedfrom",
          "collection_interval_start_date",
          "time",
          "ts",
          "timestamp",
          "datetime",
          "date_time",
          "last_seen");

  private final DecoderContext context;
  private final Intake intake;

  Samples(DecoderContext context, Intake intake) {
    this.context = context;
    this.intake = intake;
  }

  /** The name of the device, where the mapping says that the message tells it. */
  Optional<String> device(JsonNode message) {
    return context.mapping().device().flatMap(path -> path.in(message)).map(JsonNode::asText);
  }

  /** At least one. */
  List<Sample> of(JsonNode tree, RawMessage message, Devices.Known device) {
    List<JsonNode> parts = parts(tree);
    return (parts.isEmpty() ? List.of(tree) : parts)
        .stream().map(part -> sample(part, tree, message, device)).toList();
  }

  private List<JsonNode> parts(JsonNode message) {
    JsonNode array = context.mapping().samples().flatMap(path -> path.in(message)).orElse(message);
    return array.isArray()
        ? StreamSupport.stream(array.spliterator(), false).filter(JsonNode::isObject).toList()
        : List.of();
  }

  private Sample sample(JsonNode part, JsonNode tree, RawMessage message, Devices.Known device) {
    Fields fields = fields(part, device);
    Optional<JsonNode> time = time(part).or(() -> time(tree)).or(() -> fields.label(Label.TIME));
    return new Sample(fields, intake.takenAt(time, message, device));
  }

  Fields fields(JsonNode part, Devices.Known device) {
    boolean isMapped = !context.mapping().fields().isEmpty();
    if (isMapped) {
      intake.noteUnmapped(part, this::isMapped);
    } else if (part.isObject()) {
      intake.noteUnknown(part);
    }
    Stream<Fields.Found> found =
        !isMapped ? Fields.found(part, context.names()).stream() : mapped(part);
    return Fields.of(
        (isInFahrenheit(part) ? found.map(Samples::inFahrenheit) : found).toList(),
        sentinels(device));
  }

  /** Tasmota says so once for all its sensors. */
  private static boolean isInFahrenheit(JsonNode part) {
    return part.path("TempUnit").asText().equals("F");
  }

  private static Fields.Found inFahrenheit(Fields.Found found) {
    return found.field() instanceof Field.Gauge gauge && gauge.quantity() == Quantity.TEMPERATURE
        ? new Fields.Found(
            found.name(), found.value(), new Field.Gauge(gauge.quantity(), Scale.FAHRENHEIT))
        : found;
  }

  /** Device, time and samples count as mapped too, and so do usual names of a time. */
  private boolean isMapped(String path) {
    Mapping mapping = context.mapping();
    String pointer = "/" + path.replace('.', '/');
    return Stream.concat(
                mapping.fields().keySet().stream(),
                Stream.of(mapping.device(), mapping.time(), mapping.samples())
                    .flatMap(Optional::stream))
            .anyMatch(
                at -> pointer.equals(at.toString()) || at.toString().startsWith(pointer + "/"))
        || USUAL_TIMES.contains(path.toLowerCase(Locale.ROOT));
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

  private Set<Double> sentinels(Devices.Known device) {
    Set<Double> all = new HashSet<>(context.mapping().sentinels());
    all.addAll(device.traits().sentinels());
    return all;
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
