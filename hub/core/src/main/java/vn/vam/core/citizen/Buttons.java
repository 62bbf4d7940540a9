package vn.vam.core.citizen;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.vam.core.citizen.Command.Verb;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.notify.Button;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.station.Station;
import vn.vam.core.text.Cut;

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
    return salinityOf(stations, Verb.SALINITY, "");
  }

  /**
   * @param more what a button says behind its station; may be empty
   */
  List<Button> salinityOf(List<Station> stations, Verb verb, String more) {
    return each(stations, Sentence.BUTTON_STATION, verb, more);
  }

  List<Button> safeAt(List<Station> stations) {
    return each(stations, Sentence.BUTTON_SAFE, Verb.SAFE);
  }

  List<Button> subscribeTo(List<Station> stations) {
    return each(stations, Sentence.BUTTON_SUBSCRIBE, Verb.ALERTS);
  }

  List<Button> stop(List<Station> stations) {
    return each(stations, Sentence.BUTTON_UNSUBSCRIBE, Verb.STOP);
  }

  /** Each of these, everything, or nothing. */
  List<Button> stopOrKeep(List<Station> stations) {
    Button all = Command.button(sentences.say(Sentence.BUTTON_STOP_ALL), Verb.STOP);
    Button keep = Command.button(sentences.say(Sentence.BUTTON_KEEP), Verb.KEEP);
    return Stream.of(Stream.of(all), stop(stations).stream().limit(MOST - 2), Stream.of(keep))
        .flatMap(Function.identity())
        .toList();
  }

  List<Button> limitAt(List<Station> stations, Side side, double level) {
    Level breach = side == Side.ABOVE ? new Level.Above(level) : new Level.Below(level);
    String words = sentences.level(breach, Quantity.SALINITY);
    String ordered = (side == Side.ABOVE ? "> " : "< ") + level;
    return stations.stream()
        .map(
            station ->
                Command.button(
                    shortened(
                        sentences.say(
                            Sentence.BUTTON_LIMIT,
                            Map.of("station", station.name(), "limit", words))),
                    Verb.LIMIT,
                    station.id(),
                    ordered))
        .toList();
  }

  List<Button> follow(DossierCode code) {
    return List.of(Command.button(sentences.say(Sentence.BUTTON_FOLLOW), Verb.FOLLOW, code));
  }

  List<Button> stopFollowing(List<DossierCode> codes) {
    return codes.stream()
        .map(
            code ->
                Command.button(
                    sentences.say(Sentence.BUTTON_UNFOLLOW, "code", code.value()),
                    Verb.UNFOLLOW,
                    code))
        .toList();
  }

  private List<Button> each(List<Station> stations, Sentence title, Verb verb) {
    return each(stations, title, verb, "");
  }

  private List<Button> each(List<Station> stations, Sentence title, Verb verb, String more) {
    return stations.stream()
        .map(station -> Command.button(title(title, station), verb, station.id(), more))
        .toList();
  }

  private String title(Sentence title, Station station) {
    return shortened(sentences.say(title, "station", station.name()));
  }

  private static String shortened(String text) {
    return Cut.to(text, LONGEST_TITLE);
  }
}
