package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import vn.vam.core.citizen.Command.Verb;
import vn.vam.core.citizen.ProfileChange.AgreeNumber;
import vn.vam.core.citizen.ProfileChange.Ask;
import vn.vam.core.citizen.ProfileChange.KeepNumber;
import vn.vam.core.citizen.ProfileChange.OfferNumber;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Shown;

/**
 * A telephone number, for alerts that the messenger does not let into the chat any more: offered
 * once to who wants to be told of something, given in the messenger's own form alone.
 */
final class NumberAnswers {
  private static final String GIVE = "";
  private static final String REFUSE = "khong";
  private static final String FORGET = "xoa";

  private final boolean isAsked;
  private final Sentences sentences;

  /**
   * @param isAsked whether a message can be sent to a number at all
   */
  NumberAnswers(boolean isAsked, Sentences sentences) {
    this.isAsked = isAsked;
    this.sentences = sentences;
  }

  /** What a button says behind its verb. */
  static Intent ordered(String rest) {
    return switch (rest) {
      case REFUSE -> new Intent.RefuseNumber();
      case FORGET -> new Intent.ForgetNumber();
      default -> new Intent.GiveNumber();
    };
  }

  /** The reply, and behind it the question, where somebody wants to be told and was never asked. */
  Reply offeredBehind(Reply reply, Profile profile) {
    boolean wantsToHear =
        reply.changes().stream()
            .anyMatch(
                change ->
                    change instanceof ProfileChange.Subscribe
                        || change instanceof ProfileChange.SetLimit);
    return isAsked && wantsToHear && profile.phone() == Profile.Phone.NEVER_ASKED
        ? reply.and(offer())
        : reply;
  }

  private Reply offer() {
    return Reply.of(sentences.say(Sentence.NUMBER_OFFER), List.of(give(), refuse()))
        .with(new OfferNumber(), new Ask(new OpenQuestion.GiveNumber()));
  }

  /** The form; agreeing to get it is agreeing to what stands in it. */
  Reply form() {
    if (!isAsked) {
      return Reply.of(sentences.say(Sentence.NUMBER_NOT_HERE), List.of());
    }
    String consent = sentences.say(Sentence.NUMBER_CONSENT);
    return Reply.showing(
            sentences.say(Sentence.NUMBER_FORM_MISSING),
            new Shown.Form(sentences.say(Sentence.NUMBER_FORM), consent))
        .with(new AgreeNumber(consent));
  }

  Reply refused() {
    return Reply.of(sentences.say(Sentence.NUMBER_REFUSED), List.of());
  }

  Reply forgotten() {
    return Reply.of(sentences.say(Sentence.NUMBER_FORGOTTEN), List.of())
        .with(new ProfileChange.ForgetNumber());
  }

  /**
   * @param written as it stood in the form
   */
  Reply given(String written) {
    Optional<PhoneNumber> number = PhoneNumber.of(written);
    if (number.isEmpty()) {
      return isAsked
          ? Reply.of(sentences.say(Sentence.NUMBER_WRONG), List.of(give()))
          : Reply.silence();
    }
    KeepNumber keep = new KeepNumber(number.get());
    return isAsked
        ? Reply.of(
                sentences.say(Sentence.NUMBER_KEPT, "ending", number.get().ending()),
                List.of(
                    Command.button(
                        sentences.say(Sentence.BUTTON_NUMBER_FORGET), Verb.NUMBER, FORGET)))
            .with(keep)
        : Reply.silence(keep);
  }

  private Button give() {
    return Command.button(sentences.say(Sentence.BUTTON_NUMBER), Verb.NUMBER, GIVE);
  }

  private Button refuse() {
    return Command.button(sentences.say(Sentence.BUTTON_NUMBER_NOT), Verb.NUMBER, REFUSE);
  }
}
