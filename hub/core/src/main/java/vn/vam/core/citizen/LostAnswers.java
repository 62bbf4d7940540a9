package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import vn.vam.core.notify.Button;

/** For those who are not understood: a short menu, and after a few times a human. */
final class LostAnswers {
  private static final int PATIENCE = 3;

  private final Optional<String> helpline;
  private final String example;
  private final Sentences sentences;
  private final List<Button> menu;

  /**
   * @param helpline a human's telephone number
   */
  LostAnswers(Optional<String> helpline, String example, Sentences sentences, List<Button> menu) {
    this.helpline = helpline;
    this.example = example;
    this.sentences = sentences;
    this.menu = List.copyOf(menu);
  }

  /** Not understood, perhaps once more. */
  Reply again(Profile profile) {
    int times = OpenQuestion.misses(profile.open()).orElse(0) + 1;
    String text = sentences.say(Sentence.UNKNOWN, "example", example);
    Optional<String> human = times >= PATIENCE ? offer() : Optional.empty();
    return Reply.of(human.map(offer -> text + "\n" + offer).orElse(text), menu)
        .with(new ProfileChange.Ask(new OpenQuestion.Missed(times)));
  }

  Reply human() {
    return offer()
        .map(offer -> Reply.of(offer, List.of()))
        .orElseGet(() -> Reply.of(sentences.say(Sentence.NO_HELPLINE), menu));
  }

  private Optional<String> offer() {
    return helpline.map(number -> sentences.say(Sentence.HELPLINE, "phone", number));
  }
}
