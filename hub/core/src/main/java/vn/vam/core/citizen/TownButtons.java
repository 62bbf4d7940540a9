package vn.vam.core.citizen;

import java.util.List;
import java.util.Map;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.notify.Button;
import vn.vam.core.text.Cut;

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
    return names.stream().distinct().map(name -> command.button(cut(name), cut(name))).toList();
  }

  /** A stop each; pressing one asks for the buses from there to where they want to go. */
  List<Button> from(List<String> stops, String goal) {
    return stops.stream()
        .distinct()
        .map(
            stop ->
                TownCommand.BUS.button(
                    cut(sentences.say(TownSentence.BUTTON_BUS_FROM, "stop", stop)),
                    sentences.say(
                        TownSentence.BUS_FROM_TO, Map.of("stop", cut(stop), "goal", cut(goal)))))
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
    return Cut.to(text, LONGEST_TITLE);
  }
}
