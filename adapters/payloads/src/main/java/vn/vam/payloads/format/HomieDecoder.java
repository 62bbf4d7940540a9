package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;
import vn.vam.payloads.field.Field;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.mapping.FieldPath;
import vn.vam.payloads.step.Step;

/**
 * Homie 5, without a memory: a device's description is not read, the property's id tells what it
 * is, and the mapping its unit. A child is a device like any other, and says itself that it is
 * lost.
 */
final class HomieDecoder implements Decoder {
  private static final Pattern SLASH = Pattern.compile("/");
  private static final Pattern ID = Pattern.compile("[a-z0-9-]+");
  private static final String VERSION = "5";
  private static final String STATE = "$state";
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
    boolean isProperty = address.levels().stream().allMatch(level -> ID.matcher(level).matches());
    return isProperty && address.levels().size() == 2
        ? value(message, address)
        : other(address.device().id(), address.levels(), last);
  }

  /** Descriptions, logs, alerts, targets and commands. */
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
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    String property = address.levels().getLast();
    tree.putObject(address.levels().getFirst()).put(property, text.orElseThrow());
    if (!isOurs(property, tree)) {
      return Step.ignore(device, "property");
    }
    return text.orElseThrow().equals(EMPTY_TEXT)
        ? Step.ignore(device, "empty")
        : accepted(message, address, tree);
  }

  private boolean isOurs(String property, JsonNode tree) {
    Set<FieldPath> mapped = context.mapping().fields().keySet();
    return mapped.isEmpty()
        ? context.names().find(property).orElse(null) instanceof Field.Gauge
        : mapped.stream().anyMatch(path -> path.in(tree).isPresent());
  }

  private Step<Outcome.Accepted> accepted(RawMessage message, Address address, JsonNode tree) {
    Fields fields = samples.fields(tree, address.device());
    TakenAt taken = new TakenAt(message.arrivedAt(), TakenAt.Source.ARRIVAL);
    return intake.accepted(
        address.device(), Optional.empty(), fields, taken, Intake.identity(taken));
  }
}
