package vn.vam.payloads.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Redactor;
import vn.vam.payloads.json.Limits;
import vn.vam.payloads.note.Note;
import vn.vam.payloads.personal.PersonalFields.Whose;

/**
 * Keeps plates, faces, names and pictures out of the log. Of JSON all else is kept; what cannot be
 * read is sealed, or where there is no key, only its head is kept. Of a camera's pictures, of what
 * it says that is no sample, and of messages too large to be decoded, never more than the head.
 * Messages of other devices cost one look at their bytes, and a text of theirs is kept whole where
 * no word in it names a plate or a face. What a counter of vehicles says is looked over for plates
 * and telephone numbers under any name, and so is what comes on a topic that names plates or faces.
 * Of cameras, of counters and of such topics the topic is looked over too.
 */
public final class PersonalData implements Redactor {
  private final BiPredicate<RawMessage, Outcome> ofCamera;
  private final BiPredicate<RawMessage, Outcome> ofCounter;
  private final Optional<SealedCopies> sealing;
  private final Heads heads = new Heads();

  /**
   * @param ofCamera whether a message comes from a camera
   * @param sealing absent where no key was set
   */
  public PersonalData(BiPredicate<RawMessage, Outcome> ofCamera, Optional<SealedCopies> sealing) {
    this(ofCamera, (message, outcome) -> false, sealing);
  }

  /**
   * @param ofCamera whether a message comes from a camera
   * @param ofCounter whether it comes from a counter of vehicles, some of which read plates
   * @param sealing absent where no key was set
   */
  public PersonalData(
      BiPredicate<RawMessage, Outcome> ofCamera,
      BiPredicate<RawMessage, Outcome> ofCounter,
      Optional<SealedCopies> sealing) {
    this.ofCamera = ofCamera;
    this.ofCounter = ofCounter;
    this.sealing = sealing;
  }

  @Override
  public Envelope redact(RawMessage message, Outcome outcome) {
    Whose whose = whose(message, outcome);
    if (whose == Whose.OTHER || !PersonalTexts.isPersonal(message.topic())) {
      return redact(message, outcome, whose);
    }
    Envelope kept =
        redact(message.withTopic(PersonalTexts.hiddenIn(message.topic())), outcome, whose);
    return kept.kept() == Envelope.Kept.WHOLE
        ? new Envelope(kept.message(), Envelope.Kept.STRIPPED)
        : kept;
  }

  private Envelope redact(RawMessage message, Outcome outcome, Whose whose) {
    if (message.payload().size() == 0 || !mayBePersonal(message.payload(), whose)) {
      return impersonal(message);
    }
    return whose == Whose.CAMERA && outcome instanceof Outcome.Ignored
        ? head(message)
        : kept(message, whose);
  }

  private Whose whose(RawMessage message, Outcome outcome) {
    if (ofCamera.test(message, outcome)) {
      return Whose.CAMERA;
    }
    return ofCounter.test(message, outcome) || PersonalKeys.areIn(message.topic())
        ? Whose.COUNTER
        : Whose.OTHER;
  }

  private static boolean mayBePersonal(Payload payload, Whose whose) {
    return whose == Whose.CAMERA
        || PersonalKeys.mayBeIn(payload)
        || whose == Whose.COUNTER && payload.text().filter(PersonalTexts::isPersonal).isPresent();
  }

  /** What of it is not written down, by name, for people who ask. */
  public List<Note> explained(RawMessage message, Outcome outcome) {
    Envelope kept = redact(message, outcome);
    List<Note> notes = new ArrayList<>(explained(message, outcome, kept.kept()));
    if (!kept.message().topic().equals(message.topic())) {
      notes.add(new Note("topic", "may tell of a person, of such levels the rest is written down"));
    }
    return List.copyOf(notes);
  }

  private List<Note> explained(RawMessage message, Outcome outcome, Envelope.Kept kept) {
    return switch (kept) {
      case WHOLE -> List.of();
      case STRIPPED ->
          PersonalFields.strip(message.payload(), whose(message, outcome))
              .map(PersonalFields.Left::taken)
              .orElse(List.of())
              .stream()
              .map(name -> Note.of(name, "may tell of a person, written down nowhere"))
              .toList();
      case SEALED -> List.of(new Note("payload", "written down sealed, and only for a while"));
      case HEAD ->
          List.of(new Note("payload", "of all of it the first bytes and a hash are written down"));
    };
  }

  private static Envelope impersonal(RawMessage message) {
    return isTooLarge(message)
        ? envelope(message, Heads.withHash(message.payload()), Envelope.Kept.HEAD)
        : new Envelope(message, Envelope.Kept.WHOLE);
  }

  private static boolean isTooLarge(RawMessage message) {
    return message.payload().size() > Limits.USUAL.payload();
  }

  private Envelope kept(RawMessage message, Whose whose) {
    return PersonalFields.strip(message.payload(), whose)
        .map(left -> stripped(message, left))
        .orElseGet(() -> unreadable(message, whose));
  }

  private static Envelope stripped(RawMessage message, PersonalFields.Left left) {
    return left.lessThanBefore()
        ? envelope(message, Payload.ofText(left.text()), Envelope.Kept.STRIPPED)
        : new Envelope(message, Envelope.Kept.WHOLE);
  }

  private Envelope unreadable(RawMessage message, Whose whose) {
    Optional<String> text = message.payload().text();
    boolean picture = whose == Whose.CAMERA && text.isEmpty();
    if (picture || isTooLarge(message)) {
      return head(message);
    }
    return whose != Whose.CAMERA
            && text.filter(said -> !PersonalKeys.mayBeNamedIn(said))
                .filter(said -> whose == Whose.OTHER || !PersonalTexts.isPersonal(said))
                .isPresent()
        ? new Envelope(message, Envelope.Kept.WHOLE)
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
