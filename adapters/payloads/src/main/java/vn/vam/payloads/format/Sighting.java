package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vam.core.message.Identity;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.MaskedPlate;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Kind;
import vn.vam.payloads.field.TakenAt;
import vn.vam.payloads.step.Step;

/**
 * What a camera gateway says it saw, in our words.
 *
 * @param score 0 to 1; another number counts as none
 * @param startedAt where the gateway tells it
 */
record Sighting(
    String eventId,
    CameraEventType type,
    CameraPhase phase,
    Optional<Double> score,
    Optional<String> zone,
    TakenAt taken,
    Optional<Instant> startedAt,
    Optional<MaskedPlate> plate,
    Identity identity) {
  private static final int LONGEST_TEXT = 64;
  private static final Pattern SHARE = Pattern.compile("\\d(\\.\\d*)?([eE]-\\d{1,3})?");

  /** A name or id as it may be kept, or nothing. */
  static Optional<String> text(JsonNode value) {
    String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
    boolean printable = text.chars().noneMatch(Character::isISOControl);
    return Optional.of(text)
        .filter(said -> !said.isEmpty() && said.length() <= LONGEST_TEXT && printable);
  }

  /** A number, in quotes or not. */
  static Optional<Double> score(JsonNode value) {
    return text(value)
        .map(said -> said.replace(',', '.'))
        .filter(said -> SHARE.matcher(said).matches())
        .map(Double::valueOf)
        .filter(Quantity.SCORE::isPossible);
  }

  /** Of a device that is no camera no sighting is believed. */
  Step<Outcome.Accepted> by(Devices.Known device, DecoderContext context) {
    taken.note().ifPresent(context.notes()::take);
    plate.ifPresent(masked -> context.notes().take(Intake.PLATE_MASKED));
    return device.kind().orElse(Kind.CAMERA) == Kind.CAMERA
        ? new Step.Go<>(
            new Outcome.Accepted(
                device.id(), List.of(reading(device, context)), identity, taken.dropped()))
        : Step.reject(
            Optional.of(device.id()),
            RejectReason.WRONG_KIND,
            "topic",
            "expected a device of kind camera");
  }

  private Reading reading(Devices.Known device, DecoderContext context) {
    return new Reading.CameraEvent(
        device.id(),
        device.station(),
        eventId,
        type,
        phase,
        score,
        zone,
        taken.flag(context.unsuspicious()),
        taken.at(),
        startedAt,
        plate);
  }
}
