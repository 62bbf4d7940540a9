package vn.vam.core.citizen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vam.core.bus.Departure;
import vn.vam.core.bus.NextBuses;
import vn.vam.core.bus.Realtime;
import vn.vam.core.bus.Route;
import vn.vam.core.bus.Stop;
import vn.vam.core.bus.Timetable;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.station.Position;
import vn.vam.core.text.Word;

/** The next buses at a stop, and the way of a line. */
final class BusAnswers {
  private static final int MOST_DEPARTURES = 4;
  private static final int NEAR_STOPS = 2;
  private static final double ONE_PLACE_KM = 1;
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

  private final Feed<Timetable> feed;
  private final Feed<Realtime> realtime;
  private final FeedReplies replies;
  private final BusWords words;
  private final JourneyAnswers journeys;
  private final TownSentences sentences;
  private final TownButtons buttons;

  BusAnswers(
      Feed<Timetable> feed,
      Feed<Realtime> realtime,
      FeedReplies replies,
      TownSentences sentences,
      TownButtons buttons) {
    this.feed = feed;
    this.realtime = realtime;
    this.replies = replies;
    this.words = new BusWords(sentences);
    this.sentences = sentences;
    this.buttons = buttons;
    this.journeys = new JourneyAnswers(words, sentences, buttons);
  }

  Reply of(Where where, Instant now) {
    return replies.of(feed, TownSentence.SERVICE_BUS, now, table -> of(table, where, now));
  }

  /** The nearest one, where there is a timetable. */
  Optional<Stop> nearest(Position here) {
    return switch (feed.now()) {
      case Copy.Current<Timetable> now -> now.content().nearest(here, 1).stream().findFirst();
      case Copy.LastGood<Timetable> old -> old.content().nearest(here, 1).stream().findFirst();
      case Copy.NoneYet<Timetable> none -> Optional.empty();
      case Copy.NotOffered<Timetable> none -> Optional.empty();
    };
  }

  private Reply of(Timetable table, Where where, Instant now) {
    if (table.stops().isEmpty()) {
      return Reply.of(sentences.say(TownSentence.BUS_NONE), buttons.town());
    }
    return switch (where) {
      case Where.Anywhere anywhere -> whereThen(table);
      case Where.Named named -> named(table, named, now);
      case Where.Here here -> near(table, here.position(), now);
    };
  }

  private Reply whereThen(Timetable table) {
    return Reply.of(
        sentences.say(TownSentence.BUS_WHERE, "routes", titles(table)),
        buttons.each(TownCommand.BUS, table.stops().stream().map(Stop::name).toList()));
  }

  private String titles(Timetable table) {
    return table.routes().stream().map(words::title).collect(Collectors.joining("\n• ", "• ", ""));
  }

  private Reply named(Timetable table, Where.Named said, Instant now) {
    Optional<Route> titled =
        table.routes().stream()
            .filter(route -> Word.allIn(words.title(route)).equals(said.words()))
            .findFirst();
    if (titled.isPresent()) {
      return along(table, titled.get(), now);
    }
    List<Route> numbered =
        table.routes().stream().filter(route -> isNumbered(route, said.telling())).toList();
    if (numbered.size() == 1) {
      return along(table, numbered.getFirst(), now);
    }
    if (numbered.size() > 1) {
      return whichRoute(numbered);
    }
    return Journey.in(said, table.stops())
        .map(journey -> journeys.of(journey, table, new NextBuses(table, realtime(), now), now))
        .orElseGet(() -> atStop(table, said, now));
  }

  /** Two lines of one number are told apart by where they go. */
  private Reply whichRoute(List<Route> routes) {
    return Choice.of(
        sentences.say(TownSentence.BUS_WHICH_ROUTE),
        buttons.each(TownCommand.BUS, routes.stream().map(words::title).toList()),
        Optional.empty());
  }

  private Reply atStop(Timetable table, Where.Named said, Instant now) {
    List<Stop> stops = new NameFinder<>(table.stops(), Stop::name).best(said);
    List<String> names = stops.stream().map(Stop::name).distinct().toList();
    if (names.size() == 1 && isSpread(stops)) {
      return whichPlace(table, stops);
    }
    if (names.size() == 1) {
      return Reply.of(at(table, names.getFirst(), stops, now), List.of());
    }
    if (names.size() > 1) {
      return Choice.of(
          sentences.say(TownSentence.BUS_WHICH),
          buttons.each(TownCommand.BUS, names),
          Optional.empty());
    }
    List<Route> routes = new NameFinder<>(table.routes(), Route::name).best(said);
    if (routes.size() > 1) {
      return whichRoute(routes);
    }
    return routes.isEmpty() ? unknown(table) : along(table, routes.getFirst(), now);
  }

  /** Whether they are more than the two sides of a road. */
  private static boolean isSpread(List<Stop> stops) {
    return stops.stream()
        .anyMatch(stop -> stops.getFirst().position().kmTo(stop.position()) > ONE_PLACE_KM);
  }

  /** Stops of one name that are far apart are told apart by their lines. */
  private Reply whichPlace(Timetable table, List<Stop> stops) {
    List<Stop> places = new ArrayList<>();
    for (Stop stop : stops) {
      if (places.stream()
          .noneMatch(place -> place.position().kmTo(stop.position()) <= ONE_PLACE_KM)) {
        places.add(stop);
      }
    }
    return Choice.of(
        sentences.say(TownSentence.BUS_WHICH),
        places.stream()
            .map(stop -> TownCommand.BUS.button(titleOf(table, stop), stop.position()))
            .toList(),
        Optional.empty());
  }

  private String titleOf(Timetable table, Stop stop) {
    String lines =
        table.routes().stream()
            .filter(route -> table.along(route).contains(stop))
            .map(words::title)
            .collect(Collectors.joining(", "));
    return stop.name() + " (" + lines + ")";
  }

  /** Line 1 is line 01. */
  private static boolean isNumbered(Route route, List<Word> words) {
    List<String> number = numbers(Word.allIn(route.number()));
    return !number.isEmpty() && numbers(words).equals(number);
  }

  private static List<String> numbers(List<Word> words) {
    return words.stream().map(word -> LEADING_ZEROS.matcher(word.bare()).replaceFirst("")).toList();
  }

  private Reply unknown(Timetable table) {
    List<String> names = table.stops().stream().map(Stop::name).distinct().toList();
    String told = String.join(", ", names);
    return Reply.of(
        sentences.say(TownSentence.BUS_UNKNOWN, Map.of("stops", told, "routes", titles(table))),
        buttons.each(TownCommand.BUS, names));
  }

  private Reply along(Timetable table, Route route, Instant now) {
    List<String> names = table.along(route).stream().map(Stop::name).distinct().toList();
    NextBuses buses = new NextBuses(table, realtime(), now);
    String way =
        sentences.say(
            TownSentence.BUS_ROUTE,
            Map.of("route", words.title(route), "stops", String.join(" → ", names)));
    return Reply.of(
        BusWords.lines(
            way, words.underway(buses.underwayOn(route)), words.alerts(buses.alertsOn(route), now)),
        buttons.each(TownCommand.BUS, names));
  }

  private Reply near(Timetable table, Position here, Instant now) {
    String text =
        table.nearest(here, NEAR_STOPS).stream()
            .map(
                stop ->
                    at(
                        table,
                        sentences.say(
                            TownSentence.BUS_STOP_AWAY,
                            Map.of(
                                "stop", stop.name(),
                                "distance", sentences.distance(here.kmTo(stop.position())))),
                        List.of(stop),
                        now))
            .collect(Collectors.joining("\n\n"));
    return Reply.of(text, List.of());
  }

  /** The two sides of a road are two stops of one name. */
  private String at(Timetable table, String name, List<Stop> stops, Instant now) {
    NextBuses next = new NextBuses(table, realtime(), now);
    String alerts = words.alerts(next.alertsAt(stops), now);
    List<Departure> departures =
        stops.stream()
            .flatMap(stop -> next.at(stop, MOST_DEPARTURES).stream())
            .sorted(Comparator.comparing(Departure::at))
            .limit(MOST_DEPARTURES)
            .toList();
    if (departures.isEmpty()) {
      return BusWords.lines(sentences.say(TownSentence.BUS_NO_MORE, "stop", name), alerts);
    }
    String buses =
        departures.stream().map(bus -> words.line(bus, now)).collect(Collectors.joining("\n"));
    String text = sentences.say(TownSentence.BUS_AT, Map.of("stop", name, "lines", buses));
    return BusWords.lines(text, words.timetableAlone(departures), alerts);
  }

  private Realtime realtime() {
    return switch (realtime.now()) {
      case Copy.Current<Realtime> current -> current.content();
      case Copy.LastGood<Realtime> old -> old.content();
      case Copy.NoneYet<Realtime> none -> Realtime.NONE;
      case Copy.NotOffered<Realtime> none -> Realtime.NONE;
    };
  }
}
