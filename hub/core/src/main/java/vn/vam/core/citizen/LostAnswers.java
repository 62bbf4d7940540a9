package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;

/** For those who are not understood: a short menu, and after a few times a human. */
final class LostAnswers {
  private static final int PATIENCE = 3;

  private final Optional<String> helpline;
  private final String example;
  private final Sentences sentences;
  private final Buttons buttons;

  /**
   * @param helpline a human's telephone number
   */
  LostAnswers(Optional<String> helpline, String example, Sentences sentences, Buttons buttons) {
    this.helpline = helpline;
    this.example = example;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  /** Not understood, perhaps once more. */
  Reply again(Profile profile) {
    int times = OpenQuestion.misses(profile.open()).orElse(0) + 1;
    String text = sentences.say(Sentence.UNKNOWN, "example", example);
    Optional<String> human = times >= PATIENCE ? offer() : Optional.empty();
    return Reply.of(human.map(offer -> text + "\n" + offer).orElse(text), buttons.menu())
        .with(new ProfileChange.Ask(new OpenQuestion.Missed(times)));
  }

  Reply human() {
    return offer()
        .map(offer -> Reply.of(offer, List.of()))
        .orElseGet(() -> Reply.of(sentences.say(Sentence.NO_HELPLINE), buttons.menu()));
  }

  private Optional<String> offer() {
    return helpline.map(number -> sentences.say(Sentence.HELPLINE, "phone", number));
  }
}
