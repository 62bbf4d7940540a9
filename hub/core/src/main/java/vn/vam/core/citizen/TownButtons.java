package vn.vam.core.citizen;

import java.util.List;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.notify.Button;

/** The buttons under what these services say. */
final class TownButtons {
  private static final int LONGEST_TITLE = 100;

  private final TownSentences sentences;

  TownButtons(TownSentences sentences) {
    this.sentences = sentences;
  }

  List<Button> town() {
    return List.of(
        TownCommand.TRAFFIC.button(sentences.say(TownSentence.BUTTON_TRAFFIC)),
        TownCommand.BUS.button(sentences.say(TownSentence.BUTTON_BUS)),
        TownCommand.NEWS.button(sentences.say(TownSentence.BUTTON_NEWS)),
        TownCommand.PLACES.button(sentences.say(TownSentence.BUTTON_PLACES)),
        TownCommand.SCHOOLS.button(sentences.say(TownSentence.BUTTON_SCHOOLS)));
  }

  /** A name each; pressing one asks for it. */
  List<Button> each(TownCommand command, List<String> names) {
    return names.stream()
        .distinct()
        .limit(Buttons.MOST)
        .map(name -> command.button(cut(name), cut(name)))
        .toList();
  }

  Button subscribe(NewsTopic topic) {
    return TownCommand.SUBSCRIBE.button(
        sentences.say(TownSentence.BUTTON_SUBSCRIBE_NEWS, "topic", topic.title()), topic.word());
  }

  Button stop(NewsTopic topic) {
    return TownCommand.STOP.button(
        sentences.say(TownSentence.BUTTON_STOP_NEWS, "topic", topic.title()), topic.word());
  }

  Button read(NewsTopic topic) {
    return TownCommand.NEWS.button(
        sentences.say(TownSentence.BUTTON_TOPIC, "topic", topic.title()), topic.word());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_TITLE));
  }
}
