package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.bus.Stop;
import vn.vam.core.citizen.Intent.OfTown;
import vn.vam.core.feed.Feed;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.notify.Button;
import vn.vam.core.place.Place;
import vn.vam.core.place.Places;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;

/** Everything people ask for beside salt, warnings and dossiers. Never waits for anybody. */
final class Town {
  private final Feeds feeds;
  private final TownSentences sentences = TownSentences.vietnamese();
  private final TownButtons buttons = new TownButtons(sentences);
  private final FeedReplies replies = new FeedReplies(sentences, buttons);
  private final TrafficAnswers traffic;
  private final CameraAnswers cameras;
  private final BusAnswers buses;
  private final NewsAnswers news;
  private final SluiceAnswers sluices;
  private final PlaceAnswers sights = PlaceAnswers.ofSights(sentences, buttons);
  private final SchoolAnswers schools =
      new SchoolAnswers(PlaceAnswers.ofSchools(sentences, buttons), sentences);

  /**
   * @param staleAfter an older value says nothing about now
   */
  Town(Registry registry, LatestReadings latest, Feeds feeds, Duration staleAfter) {
    this.feeds = feeds;
    this.traffic = new TrafficAnswers(registry, latest, staleAfter, sentences, buttons);
    this.cameras = new CameraAnswers(registry, latest, sentences, buttons);
    this.buses = new BusAnswers(feeds.bus(), feeds.realtime(), replies, sentences, buttons);
    this.sluices = new SluiceAnswers(registry, latest, staleAfter, sentences, buttons);
    this.news = new NewsAnswers(feeds.news(), replies, sentences, buttons);
  }

  /** The button that leads to these services. */
  Button button() {
    return TownCommand.TOWN.button(sentences.say(TownSentence.BUTTON_TOWN));
  }

  Reply answer(OfTown asked, Instant now) {
    return switch (asked) {
      case OfTown.AskTown town -> Reply.of(sentences.say(TownSentence.TOWN), buttons.town());
      case OfTown.AskTraffic ask -> traffic.of(ask.roads(), now);
      case OfTown.AskCameras ask -> cameras.of(ask.cameras(), now);
      case OfTown.AskBus ask -> buses.of(ask.where(), now);
      case OfTown.AskNews ask -> news.of(ask.topic(), now);
      case OfTown.AskNewsWhich which -> news.whichOf(which.topics());
      case OfTown.SubscribeNews to -> news.subscribe(to.topic());
      case OfTown.SubscribeNewsWhich which -> news.which();
      case OfTown.StopNews stop -> news.stop(stop.topics());
      case OfTown.AskPlaces ask ->
          replies.of(
              feeds.places(),
              TownSentence.SERVICE_PLACES,
              now,
              places -> sights.of(places, ask.where(), now));
      case OfTown.AskSchools ask ->
          replies.of(
              feeds.schools(),
              TownSentence.SERVICE_SCHOOLS,
              now,
              places -> schools.of(places, ask.where(), now));
      case OfTown.AskSluices ask ->
          replies.of(
              feeds.sluices(),
              TownSentence.SERVICE_SLUICES,
              now,
              all -> sluices.of(all, ask.where(), now));
    };
  }

  /** A sluice by its name; silent where there is none of that name, or nothing is known of any. */
  Reply gate(Where.Named gate, Instant now) {
    return feeds
        .sluices()
        .now()
        .whatever()
        .flatMap(all -> sluices.named(all, gate))
        .map(
            sluice ->
                replies.of(
                    feeds.sluices(),
                    TownSentence.SERVICE_SLUICES,
                    now,
                    all -> sluices.stateOf(sluice, now)))
        .orElseGet(Reply::silence);
  }

  /** What is nearest to a place someone sent, probes aside; silent where nothing is known. */
  Reply near(Position here) {
    List<String> lines = new ArrayList<>();
    List<Button> offered = new ArrayList<>();
    buses
        .nearest(here)
        .ifPresent(
            (Stop stop) -> {
              lines.add(line(TownSentence.WHAT_STOP, stop.name(), here, stop.position()));
              offered.add(
                  TownCommand.BUS.button(sentences.say(TownSentence.BUTTON_BUS_HERE), here));
            });
    nearest(feeds.places(), here)
        .ifPresent(
            place -> {
              lines.add(line(TownSentence.WHAT_SIGHT, place, here));
              offered.add(
                  TownCommand.PLACES.button(sentences.say(TownSentence.BUTTON_PLACES_HERE), here));
            });
    nearest(feeds.schools(), here)
        .ifPresent(
            school -> {
              lines.add(line(TownSentence.WHAT_SCHOOL, school, here));
              offered.add(
                  TownCommand.SCHOOLS.button(
                      sentences.say(TownSentence.BUTTON_SCHOOLS_HERE), here));
            });
    return lines.isEmpty()
        ? Reply.silence()
        : Reply.of(
            sentences.say(TownSentence.PLACE_RECEIVED, "lines", String.join("\n", lines)), offered);
  }

  private static Optional<Place> nearest(Feed<Places> feed, Position here) {
    return feed.now().whatever().flatMap(all -> all.nearest(here, 1).stream().findFirst());
  }

  private String line(TownSentence what, Place place, Position here) {
    return line(what, place.name(), here, place.position());
  }

  private String line(TownSentence what, String name, Position here, Position there) {
    return sentences.say(
        TownSentence.PLACE_RECEIVED_LINE,
        Map.of(
            "what", sentences.say(what),
            "name", name,
            "distance", sentences.distance(here.kmTo(there))));
  }
}
