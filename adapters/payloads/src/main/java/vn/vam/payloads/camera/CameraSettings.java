package vn.vam.payloads.camera;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import vn.vam.core.message.Outcome;
import vn.vam.core.reading.MaskedPlate;
import vn.vam.core.reading.Reading;

/**
 * What a source was told of its cameras.
 *
 * @param types what its labels, zones, rules and topics mean
 */
public record CameraSettings(EventTypes types, Plates plates) {
  public static final CameraSettings USUAL =
      new CameraSettings(EventTypes.STANDARD, Plates.DROPPED);

  /** The same with the message's plate, as far as it may be shown. */
  public Outcome.Accepted withPlate(Outcome.Accepted accepted, JsonNode message) {
    Optional<MaskedPlate> plate = plate(message);
    return plate.isEmpty()
        ? accepted
        : new Outcome.Accepted(
            accepted.device(),
            accepted.readings().stream().map(reading -> withPlate(reading, plate)).toList(),
            accepted.identity(),
            accepted.dropped());
  }

  private static Reading withPlate(Reading reading, Optional<MaskedPlate> plate) {
    return reading instanceof Reading.CameraEvent event ? event.withPlate(plate) : reading;
  }

  /** The first plate anywhere in the message, masked; nothing unless plates are to be shown. */
  public Optional<MaskedPlate> plate(JsonNode message) {
    return switch (plates) {
      case DROPPED -> Optional.empty();
      case MASKED -> PlateField.find(message).map(MaskedPlate::of);
    };
  }
}
