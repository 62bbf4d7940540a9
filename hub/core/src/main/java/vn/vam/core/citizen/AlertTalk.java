package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import vn.vam.core.citizen.Vocabulary.Topic;
import vn.vam.core.station.StationId;
import vn.vam.core.text.Word;

/** Hears who agrees to alerts, stops them, or asks which they get. Pure. */
final class AlertTalk {
  private final Vocabulary vocabulary;
  private final StationTalk stations;
  private final StopTalk stops;

  AlertTalk(Vocabulary vocabulary, StationTalk stations) {
    this.vocabulary = vocabulary;
    this.stations = stations;
    this.stops = new StopTalk(vocabulary);
  }

  /** "Sao không báo" wants alerts, though it holds the words of one who wants none. */
  Optional<Intent> missed(Said said) {
    return Vocabulary.when(hears(Topic.MISSING, said), new Intent.MissesAlerts());
  }

  /** "Nhận lại", and nothing else: of what, stands in what was stopped. */
  Optional<Intent> takeBack(Said said) {
    boolean isBare =
        hears(Topic.TAKE_BACK, said)
            && vocabulary.without(said.words(), Topic.TAKE_BACK, Topic.ANSWER_SMALL).isEmpty();
    return Vocabulary.when(isBare, new Intent.TakeBack());
  }

  Optional<Intent> stop(Said said) {
    return stops.in(said);
  }

  Optional<Intent> perhapsStops(Said said) {
    return stops.perhaps(said);
  }

  /** What a button to stop says: a station, or nothing for everything. */
  static Intent stopOrdered(String rest, List<StationId> named) {
    return named.isEmpty() && !rest.isEmpty()
        ? new Intent.StopWhich(List.of())
        : new Intent.Unsubscribe(named);
  }

  Optional<Intent> listed(Said said) {
    List<Word> words = vocabulary.without(said.words(), Topic.NO_REPORT);
    boolean asksWhich =
        vocabulary.hears(Topic.SUBSCRIBED, words)
            && vocabulary.hears(Topic.ALREADY, vocabulary.without(words, Topic.SUBSCRIBED))
            && hears(Topic.WHICH, said);
    return Vocabulary.when(
        (asksWhich || hears(Topic.SUBSCRIPTIONS, said)) && !hears(Topic.NO_LIST, said),
        new Intent.ListSubscriptions());
  }

  Optional<Intent> subscribe(Said said) {
    boolean asksNow = hears(Topic.ASKS_NOW, said) && !hears(Topic.CONDITION, said);
    if (agrees(said) && !asksNow) {
      return Optional.of(stations.subscription(said.ids()));
    }
    return Vocabulary.when(
        vocabulary.hears(Topic.ALERTS, vocabulary.without(said.words(), Topic.NO_REPORT)),
        new Intent.SubscribeWhich(said.ids()));
  }

  private boolean agrees(Said said) {
    boolean ofWater = !said.stations().isEmpty() || hears(Topic.SALINITY, said);
    return vocabulary.hears(Topic.SUBSCRIBE, vocabulary.without(said.words(), Topic.NO_REPORT))
        || (hears(Topic.SUBSCRIBE_STATION, said) && !said.stations().isEmpty())
        || (hears(Topic.TELL_ME, said) && ofWater);
  }

  private boolean hears(Topic topic, Said said) {
    return vocabulary.hears(topic, said.words());
  }
}
