package vn.vam.payloads.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.payloads.field.Fields;
import vn.vam.payloads.field.Label;
import vn.vam.payloads.step.Step;

/**
 * A camera: one phase of one event. Plates and faces have no name in the table of fields, so they
 * are never looked at.
 */
final class CameraReadings {
  private static final int LONGEST_TEXT = 64;
  private static final String TYPES =
      Arrays.stream(CameraEventType.values())
          .map(CameraEventType::word)
          .collect(Collectors.joining(", "));
  private static final String PHASES =
      Arrays.stream(CameraPhase.values()).map(CameraPhase::word).collect(Collectors.joining(", "));

  private final Origin origin;
  private final Fields fields;

  private CameraReadings(Origin origin, Fields fields) {
    this.origin = origin;
    this.fields = fields;
  }

  static Step<Understood> of(Origin origin, Fields fields) {
    return new CameraReadings(origin, fields).read();
  }

  private Step<Understood> read() {
    Step<String> eventId = eventId();
    Step<CameraEventType> type = type();
    Step<CameraPhase> phase = phase();
    Step<Optional<Double>> score = score();
    Step<Optional<String>> zone = zone();
    return Step.join(
        () -> understood(eventId.value(), type.value(), phase.value(), score.value(), zone.value()),
        eventId,
        type,
        phase,
        score,
        zone);
  }

  private Understood understood(
      String eventId,
      CameraEventType type,
      CameraPhase phase,
      Optional<Double> score,
      Optional<String> zone) {
    Reading event =
        new Reading.CameraEvent(
            origin.device(),
            origin.station(),
            eventId,
            type,
            phase,
            score,
            zone,
            origin.quality(),
            origin.taken().at());
    return new Understood(List.of(event), fields.unreadable(Kinds.OF_CAMERA));
  }

  private Step<String> eventId() {
    return fields
        .label(Label.EVENT_ID)
        .map(value -> text(Label.EVENT_ID, value))
        .orElseGet(() -> missing(Label.EVENT_ID, "expected the event's own id"));
  }

  private Step<CameraEventType> type() {
    return fields
        .label(Label.TYPE)
        .map(value -> known(Label.TYPE, CameraEventType.of(value.asText()), TYPES))
        .orElseGet(() -> missing(Label.TYPE, oneOf(TYPES)));
  }

  /** A camera that knows no phases reports each event once, as something new. */
  private Step<CameraPhase> phase() {
    return fields
        .label(Label.PHASE)
        .map(value -> known(Label.PHASE, CameraPhase.of(value.asText()), PHASES))
        .orElseGet(() -> new Step.Go<>(CameraPhase.NEW));
  }

  private Step<Optional<Double>> score() {
    Optional<Double> score =
        Optional.ofNullable(fields.numbers(Kinds.OF_CAMERA).get(Quantity.SCORE));
    return score.filter(value -> !Quantity.SCORE.isPossible(value)).isPresent()
        ? bad(Quantity.SCORE.field(), "expected a number from 0 to 1")
        : new Step.Go<>(score);
  }

  private Step<Optional<String>> zone() {
    return fields
        .label(Label.ZONE)
        .map(value -> text(Label.ZONE, value).then(zone -> new Step.Go<>(Optional.of(zone))))
        .orElseGet(() -> new Step.Go<>(Optional.empty()));
  }

  private Step<String> text(Label label, JsonNode value) {
    String said = value.isTextual() || value.isNumber() ? value.asText() : "";
    String text = Normalizer.normalize(said, Normalizer.Form.NFC).strip();
    boolean printable = text.chars().noneMatch(Character::isISOControl);
    return !text.isEmpty() && text.length() <= LONGEST_TEXT && printable
        ? new Step.Go<>(text)
        : bad(label.word(), "expected a text of 1 to %d characters".formatted(LONGEST_TEXT));
  }

  private <T> Step<T> known(Label label, Optional<T> value, String words) {
    return value.<Step<T>>map(Step.Go::new).orElseGet(() -> bad(label.word(), oneOf(words)));
  }

  private <T> Step<T> missing(Label label, String detail) {
    return Step.reject(
        Optional.of(origin.device()), RejectReason.MISSING_FIELD, label.word(), detail);
  }

  private <T> Step<T> bad(String field, String detail) {
    return Step.reject(Optional.of(origin.device()), RejectReason.BAD_FIELD, field, detail);
  }

  private static String oneOf(String words) {
    return "expected one of " + words;
  }
}
