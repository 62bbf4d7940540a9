package vn.vam.payloads.personal;

import java.util.Optional;
import java.util.function.BiPredicate;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Redactor;
import vn.vam.payloads.json.Limits;

/**
 * Keeps plates, faces, names and pictures out of the log. Of JSON all else is kept; what cannot be
 * read is sealed, or where there is no key, only its head is kept. Of a camera's pictures, and of
 * what it says that is no sample, never more than the head. Messages of other devices cost one look
 * at their bytes.
 */
public final class PersonalData implements Redactor {
  private final BiPredicate<RawMessage, Outcome> ofCamera;
  private final Optional<SealedCopies> sealing;
  private final Heads heads = new Heads();

  /**
   * @param ofCamera whether a message comes from a camera
   * @param sealing absent where no key was set
   */
  public PersonalData(BiPredicate<RawMessage, Outcome> ofCamera, Optional<SealedCopies> sealing) {
    this.ofCamera = ofCamera;
    this.sealing = sealing;
  }

  @Override
  public Envelope redact(RawMessage message, Outcome outcome) {
    boolean camera = ofCamera.test(message, outcome);
    if (message.payload().size() == 0 || !camera && !PersonalKeys.mayBeIn(message.payload())) {
      return new Envelope(message, Envelope.Kept.WHOLE);
    }
    return camera && outcome instanceof Outcome.Ignored ? head(message) : kept(message, camera);
  }

  private Envelope kept(RawMessage message, boolean camera) {
    return PersonalFields.strip(message.payload(), camera)
        .map(left -> stripped(message, left))
        .orElseGet(() -> unreadable(message, camera));
  }

  private static Envelope stripped(RawMessage message, PersonalFields.Left left) {
    return left.lessThanBefore()
        ? envelope(message, Payload.ofText(left.text()), Envelope.Kept.STRIPPED)
        : new Envelope(message, Envelope.Kept.WHOLE);
  }

  private Envelope unreadable(RawMessage message, boolean camera) {
    boolean picture = camera && message.payload().text().isEmpty();
    boolean tooLarge = message.payload().size() > Limits.USUAL.payload();
    return picture || tooLarge
        ? head(message)
        : sealing
            .flatMap(copies -> copies.seal(message))
            .map(copy -> envelope(message, copy, Envelope.Kept.SEALED))
            .orElseGet(() -> head(message));
  }

  private Envelope head(RawMessage message) {
    return envelope(message, heads.of(message.payload()), Envelope.Kept.HEAD);
  }

  private static Envelope envelope(RawMessage message, Payload payload, Envelope.Kept kept) {
    return new Envelope(message.withPayload(payload), kept);
  }
}
