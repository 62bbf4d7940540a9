package vn.vam.core.citizen;

import java.util.List;
import vn.vam.core.citizen.Command.Verb;
import vn.vam.core.notify.Button;
import vn.vam.core.station.Station;

/** The buttons under our messages; the messenger takes at most five of them. */
final class Buttons {
  static final int MOST = 5;
  private static final int LONGEST_TITLE = 100;

  private final Sentences sentences;

  Buttons(Sentences sentences) {
    this.sentences = sentences;
  }

  List<Button> menu() {
    return List.of(
        Command.button(sentences.say(Sentence.BUTTON_SALINITY), Verb.SALINITY),
        Command.button(sentences.say(Sentence.BUTTON_DOSSIER), Verb.DOSSIER),
        Command.button(sentences.say(Sentence.BUTTON_ALERTS), Verb.ALERTS));
  }

  List<Button> salinityOf(List<Station> stations) {
    return each(stations, Sentence.BUTTON_STATION, Verb.SALINITY);
  }

  List<Button> subscribeTo(List<Station> stations) {
    return each(stations, Sentence.BUTTON_SUBSCRIBE, Verb.ALERTS);
  }

  List<Button> stop(List<Station> stations) {
    return each(stations, Sentence.BUTTON_UNSUBSCRIBE, Verb.STOP);
  }

  private List<Button> each(List<Station> stations, Sentence title, Verb verb) {
    return stations.stream()
        .limit(MOST)
        .map(station -> Command.button(title(title, station), verb, station.id()))
        .toList();
  }

  private String title(Sentence title, Station station) {
    String text = sentences.say(title, "station", station.name());
    return text.substring(0, Math.min(text.length(), LONGEST_TITLE));
  }
}
