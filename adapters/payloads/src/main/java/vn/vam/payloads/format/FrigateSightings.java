package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.payloads.camera.EventTypes;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.step.Step;

/**
 * Frigate's events and reviews. Of all keys only {@code type}, {@code id} and {@code camera} must
 * be there: the others come and go with versions and settings. Sub-labels, attributes and plates
 * are never looked at, except for a plate that is to be masked.
 */
final class FrigateSightings {
  private static final String VERIFIED = "-verified";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,20})?");
  private static final String PHASES = "expected one of new, update, end";

  private final DecoderContext context;
  private final Intake intake;
  private final EventTypes types;

  FrigateSightings(DecoderContext context, Intake intake) {
    this.context = context;
    this.intake = intake;
    this.types = context.cameras().types();
  }

  /** A camera as {@code prefix/camera}, else by its name alone. */
  Optional<Devices.Known> camera(String prefix, String name) {
    Optional<Devices.Known> behind =
        prefix.isEmpty() ? Optional.empty() : context.devices().findForeign(prefix + "/" + name);
    return behind.or(() -> context.devices().findForeign(name));
  }

  Step<Outcome.Accepted> read(RawMessage message, String prefix) {
    return intake
        .object(message, Optional.empty())
        .then(
            envelope -> {
              JsonNode object = object(envelope);
              return device(object, prefix)
                  .then(device -> read(message, envelope, object, device, prefix));
            });
  }

  /** What is told now, else what was told before, else the message itself. */
  private static JsonNode object(JsonNode envelope) {
    return Stream.of("after", "before")
        .map(envelope::path)
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(envelope);
  }

  private Step<Devices.Known> device(JsonNode object, String prefix) {
    Optional<String> name = Sighting.text(object.path("camera"));
    return name.isEmpty()
        ? missing(Optional.empty(), "after.camera", "expected the camera's name")
        : Intake.known(camera(prefix, name.orElseThrow()), "after.camera");
  }

  private Step<Outcome.Accepted> read(
      RawMessage message, JsonNode envelope, JsonNode object, Devices.Known device, String prefix) {
    Optional<String> id = Sighting.text(object.path("id"));
    if (id.isEmpty()) {
      return missing(Optional.of(device), "after.id", "expected the event's own id");
    }
    return phase(envelope, device)
        .then(
            phase ->
                type(object, device)
                    .then(
                        type ->
                            sighting(message, object, id.orElseThrow(), type, phase, prefix)
                                .by(device, context)));
  }

  private Sighting sighting(
      RawMessage message,
      JsonNode object,
      String id,
      CameraEventType type,
      CameraPhase phase,
      String prefix) {
    TakenAt taken = intake.takenAt(time(object, phase), message);
    return new Sighting(
        id,
        type,
        phase,
        score(object),
        zones(object).findFirst(),
        taken,
        startedAt(object, message),
        context.cameras().plate(object),
        identity(object, prefix + "/" + id + "/" + phase.word(), taken));
  }

  private static Step<CameraPhase> phase(JsonNode envelope, Devices.Known device) {
    JsonNode said = envelope.path("type");
    if (said.isMissingNode() || said.isNull()) {
      return missing(Optional.of(device), "type", PHASES);
    }
    return CameraPhase.of(said.asText())
        .<Step<CameraPhase>>map(Step.Go::new)
        .orElseGet(
            () -> Step.reject(Optional.of(device.id()), RejectReason.BAD_FIELD, "type", PHASES));
  }

  /** A zone that was given a meaning counts for more than what was seen in it. */
  private Step<CameraEventType> type(JsonNode object, Devices.Known device) {
    if (object.path("false_positive").asBoolean(false)) {
      return Step.ignore(Optional.of(device.id()), "false-positive");
    }
    List<String> labels = labels(object).toList();
    return zones(object)
        .flatMap(zone -> types.ofZone(zone).stream())
        .findFirst()
        .or(() -> labels.stream().flatMap(label -> types.ofLabel(label).stream()).findFirst())
        .<Step<CameraEventType>>map(Step.Go::new)
        .orElseGet(
            () ->
                Step.ignore(
                    Optional.of(device.id()), labels.isEmpty() ? "no-label" : "other-label"));
  }

  /** An event has one, a review all that were seen. */
  private static Stream<String> labels(JsonNode object) {
    return Stream.concat(
            Stream.of(object.path("label")), object.path("data").path("objects").valueStream())
        .flatMap(label -> Sighting.text(label).stream())
        .map(label -> label.toLowerCase(Locale.ROOT))
        .map(
            label ->
                label.endsWith(VERIFIED)
                    ? label.substring(0, label.length() - VERIFIED.length())
                    : label);
  }

  private static Stream<String> zones(JsonNode object) {
    return Stream.of(
            object.path("entered_zones"),
            object.path("current_zones"),
            object.path("data").path("zones"))
        .flatMap(JsonNode::valueStream)
        .flatMap(zone -> Sighting.text(zone).stream());
  }

  private static Optional<Double> score(JsonNode object) {
    return Sighting.score(object.path("score")).or(() -> Sighting.score(object.path("top_score")));
  }

  /** Seconds since 1970: of the start, of the picture looked at, of the end. */
  private static Optional<JsonNode> time(JsonNode object, CameraPhase phase) {
    return switch (phase) {
      case NEW -> first(object, "start_time", "frame_time");
      case UPDATE -> first(object, "frame_time");
      case END -> first(object, "end_time", "frame_time");
    };
  }

  private static Optional<JsonNode> first(JsonNode object, String... names) {
    return Stream.of(names).map(object::path).filter(FrigateSightings::isNumber).findFirst();
  }

  private static boolean isNumber(JsonNode value) {
    return value.isNumber() || value.isTextual() && NUMBER.matcher(value.textValue()).matches();
  }

  private Optional<Instant> startedAt(JsonNode object, RawMessage message) {
    return first(object, "start_time")
        .map(said -> intake.takenAt(Optional.of(said), message))
        .filter(started -> started.source() == TakenAt.Source.DEVICE)
        .map(TakenAt::at);
  }

  private static Identity identity(JsonNode object, String phaseOfEvent, TakenAt taken) {
    return first(object, "frame_time")
        .<Identity>map(frame -> new Identity.SourceId(phaseOfEvent + "/" + frame.asText()))
        .orElseGet(() -> Intake.identity(taken));
  }

  private static <T> Step<T> missing(
      Optional<Devices.Known> device, String field, String expected) {
    return Step.reject(device.map(Devices.Known::id), RejectReason.MISSING_FIELD, field, expected);
  }
}
