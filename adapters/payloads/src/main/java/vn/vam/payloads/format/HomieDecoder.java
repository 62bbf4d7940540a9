package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.Scale;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.homie.Described;
import vn.vam.payloads.note.Note;
import vn.vam.payloads.step.Step;

/**
 * Homie 5, without a memory: the property's id tells what it is, and the mapping its unit, or what
 * a {@link vn.vam.payloads.homie.HomieSession} wrote into the value out of its device's
 * description. A child is a device like any other, and says itself that it is lost.
 */
final class HomieDecoder implements Decoder {
  private static final Pattern SLASH = Pattern.compile("/");
  private static final Pattern ID = Pattern.compile("[a-z0-9-]+");
  private static final String VERSION = "5";
  private static final String STATE = "$state";
  private static final String DESCRIPTION = "$description";
  private static final String EMPTY_TEXT = "\u0000";
  private static final String SHAPE = "expected homie/5/DEVICE/NODE/PROPERTY";
  private static final String STATES = "expected init, ready, sleeping, disconnected or lost";

  /**
   * @param levels behind the device's: {@code $state}, or node and property
   */
  private record Address(Devices.Known device, List<String> levels) {
    boolean isState() {
      return levels.equals(List.of(STATE));
    }
  }

  private final DecoderContext context;
  private final Intake intake;
  private final Samples samples;

  HomieDecoder(DecoderContext context) {
    this.context = context;
    this.intake = new Intake(context, HomieFormat.USUAL);
    this.samples = new Samples(context, intake);
  }

  @Override
  public Outcome.Decoded decode(RawMessage message) {
    return Step.end(
        intake
            .levels(message.topic())
            .then(levels -> address(levels.getOrDefault(TopicPattern.REST, "")))
            .then(address -> decode(message, address)));
  }

  private Step<Address> address(String rest) {
    List<String> levels = List.of(SLASH.split(rest, -1));
    if (!levels.getFirst().equals(VERSION)) {
      return Intake.unknownTopic(
          SHAPE + ": version 5 of the convention; versions 3 and 4 are not understood");
    }
    if (levels.size() > 1 && levels.get(1).startsWith("$")) {
      return Step.ignore(Optional.empty(), word(levels.get(1)));
    }
    return levels.size() < 3 ? Intake.unknownTopic(SHAPE) : device(levels);
  }

  private Step<Address> device(List<String> levels) {
    return Intake.knownByTopic(context.devices().findForeign(levels.get(1)))
        .then(device -> new Step.Go<>(new Address(device, levels.subList(2, levels.size()))));
  }

  private Step<Outcome.Accepted> decode(RawMessage message, Address address) {
    if (address.isState()) {
      return state(message, address.device());
    }
    if (message.payload().size() == 0) {
      return Step.ignore(Optional.of(address.device().id()), "empty");
    }
    String last = address.levels().getLast();
    if (address.levels().equals(List.of(DESCRIPTION))) {
      return description(message, address.device().id());
    }
    boolean isProperty = address.levels().stream().allMatch(level -> ID.matcher(level).matches());
    return isProperty && address.levels().size() == 2
        ? value(message, address)
        : other(address.device().id(), address.levels(), last);
  }

  /** What is broken is shown, since nothing can be understood by it. */
  private Step<Outcome.Accepted> description(RawMessage message, DeviceId device) {
    return intake
        .object(message, Optional.of(device))
        .then(read -> Step.ignore(Optional.of(device), word(DESCRIPTION)));
  }

  /** Logs, alerts, targets and commands. */
  private static <T> Step<T> other(DeviceId device, List<String> levels, String last) {
    return levels.getFirst().startsWith("$") || last.startsWith("$") || last.equals("set")
        ? Step.ignore(
            Optional.of(device), word(levels.getFirst().startsWith("$") ? levels.getFirst() : last))
        : Intake.unknownTopic(SHAPE);
  }

  private static String word(String level) {
    return switch (level) {
      case "$description", "$log", "$alert", "$target", "$broadcast", "set" ->
          level.replace("$", "");
      default -> "attribute";
    };
  }

  /** A state that is cleared tells that the device was taken away. */
  private Step<Outcome.Accepted> state(RawMessage message, Devices.Known device) {
    if (message.payload().size() == 0) {
      return Intake.presence(device, "empty", false, message);
    }
    return switch (message.payload().text().orElse("")) {
      case "init", "ready", "sleeping" -> Intake.presence(device, "state", true, message);
      case "disconnected", "lost" -> Intake.presence(device, "state", false, message);
      default -> Step.reject(Optional.of(device.id()), RejectReason.BAD_FIELD, STATE, STATES);
    };
  }

  private Step<Outcome.Accepted> value(RawMessage message, Address address) {
    Optional<DeviceId> device = Optional.of(address.device().id());
    Optional<String> text = message.payload().text();
    if (text.isEmpty()) {
      return Step.reject(device, RejectReason.MALFORMED_TEXT, "payload", "expected text in UTF-8");
    }
    return Described.isIn(text.orElseThrow())
        ? intake
            .object(message, device)
            .then(
                written ->
                    value(
                        message,
                        address,
                        Described.of(written)
                            .orElse(new Described.Value(text.orElseThrow(), Described.NOT))))
        : value(message, address, new Described.Value(text.orElseThrow(), Described.NOT));
  }

  private Step<Outcome.Accepted> value(RawMessage message, Address address, Described.Value value) {
    Optional<DeviceId> device = Optional.of(address.device().id());
    JsonNode plain = tree(address, value.text());
    Optional<Field.Gauge> mapped = mapped(plain);
    Optional<Field.Gauge> gauge =
        mapped.or(() -> named(address).filter(name -> value.described().isNumber()));
    if (gauge.isEmpty()) {
      return Step.ignore(device, "property");
    }
    if (value.text().equals(EMPTY_TEXT)) {
      return Step.ignore(device, "empty");
    }
    if (mapped.filter(known -> known.scale() != Scale.AS_IS).isPresent()) {
      return accepted(message, address, plain).then(all -> inItsRange(all, address, value));
    }
    return value.described().unit().filter(unit -> gauge.orElseThrow().in(unit).isEmpty()).isEmpty()
        ? accepted(message, address, tree(address, value.described().inItsUnit(value.text())))
            .then(all -> inItsRange(all, address, value))
        : Step.reject(device, RejectReason.BAD_FIELD, property(address), unit(gauge.orElseThrow()));
  }

  /** What the device says it cannot measure is kept, and doubted. */
  private Step<Outcome.Accepted> inItsRange(
      Outcome.Accepted accepted, Address address, Described.Value value) {
    if (!value.described().isBeyond(value.text())) {
      return new Step.Go<>(accepted);
    }
    context
        .notes()
        .take(
            new Note(
                property(address),
                "beyond the range of its device's own description, the quality is 3"));
    return new Step.Go<>(accepted.each(HomieDecoder::doubted));
  }

  private static Reading doubted(Reading reading) {
    return switch (reading) {
      case Reading.Measured measured ->
          measured.flagged(measured.quality().worseOf(Quality.SUSPECT));
      case Reading.Counted counted -> counted.flagged(counted.quality().worseOf(Quality.SUSPECT));
      case Reading.CameraEvent event -> event;
      case Reading.Past past -> past;
    };
  }

  private static String unit(Field.Gauge gauge) {
    return "expected a unit in the device's description that %s can be told in, such as %s, or one in the source's mapping"
        .formatted(gauge.word(), gauge.quantity().unit());
  }

  private JsonNode tree(Address address, String value) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.putObject(address.levels().getFirst()).put(property(address), value);
    return tree;
  }

  /**
   * The convention knows no underscore: without a mapping {@code water-temp} is one of our names.
   */
  private String property(Address address) {
    String id = address.levels().getLast();
    return context.mapping().fields().isEmpty() && context.names().find(id).isEmpty()
        ? id.replace('-', '_')
        : id;
  }

  /** What the source's mapping makes of it. */
  private Optional<Field.Gauge> mapped(JsonNode tree) {
    return context.mapping().fields().entrySet().stream()
        .filter(field -> field.getKey().in(tree).isPresent())
        .map(Map.Entry::getValue)
        .filter(Field.Gauge.class::isInstance)
        .map(Field.Gauge.class::cast)
        .findFirst();
  }

  /** Where there is no mapping at all, the table of names counts. */
  private Optional<Field.Gauge> named(Address address) {
    return context.mapping().fields().isEmpty()
            && context.names().find(property(address)).orElse(null) instanceof Field.Gauge gauge
        ? Optional.of(gauge)
        : Optional.empty();
  }

  private Step<Outcome.Accepted> accepted(RawMessage message, Address address, JsonNode tree) {
    Fields fields = samples.fields(tree, address.device());
    TakenAt taken = new TakenAt(message.arrivedAt(), TakenAt.Source.ARRIVAL);
    return intake.accepted(
        address.device(), Optional.empty(), fields, taken, Intake.identity(taken));
  }
}
