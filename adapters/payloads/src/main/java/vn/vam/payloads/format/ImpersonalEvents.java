package vn.vam.payloads.format;

import java.util.List;
import java.util.Optional;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.CameraEvent;
import vn.vam.payloads.field.Label;
import vn.vam.payloads.note.Note;
import vn.vam.payloads.note.Notes;
import vn.vam.payloads.personal.PersonalTexts;

/**
 * What a camera calls an event or a zone is stored and shown. One that calls an event by a number
 * plate is not taken; a zone by such a name is left out.
 */
final class ImpersonalEvents implements Decoder {
  private final Decoder decoder;
  private final Notes notes;

  ImpersonalEvents(Decoder decoder, Notes notes) {
    this.decoder = decoder;
    this.notes = notes;
  }

  @Override
  public Outcome.Decoded decode(RawMessage message) {
    Outcome.Decoded decoded = decoder.decode(message);
    return decoded instanceof Outcome.Accepted accepted
            && accepted.readings().getFirst() instanceof CameraEvent
        ? impersonal(accepted)
        : decoded;
  }

  @Override
  public List<RawMessage> apart(RawMessage message) {
    return decoder.apart(message);
  }

  private Outcome.Decoded impersonal(Outcome.Accepted accepted) {
    boolean isNamedAfterPlate =
        accepted.readings().stream()
            .anyMatch(
                reading ->
                    reading instanceof CameraEvent event
                        && PersonalTexts.isPersonal(event.eventId()));
    return isNamedAfterPlate
        ? new Outcome.Rejected(
            Optional.of(accepted.device()),
            RejectReason.BAD_FIELD,
            Optional.of(Label.EVENT_ID.word()),
            "expected an id with no number plate and no telephone number in it")
        : accepted.each(this::withoutPersonalZone);
  }

  private Reading withoutPersonalZone(Reading reading) {
    if (reading instanceof CameraEvent event
        && event.zone().filter(PersonalTexts::isPersonal).isPresent()) {
      notes.take(new Note(Label.ZONE.word(), "left out, it may tell of a person"));
      return event.withoutZone();
    }
    return reading;
  }
}
