package vn.vam.core.citizen;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vam.core.bus.NextBuses;
import vn.vam.core.bus.Ride;
import vn.vam.core.bus.Route;
import vn.vam.core.bus.Stop;
import vn.vam.core.bus.Timetable;

/** Which bus takes someone where they want to go. */
final class JourneyAnswers {
  private static final int MOST_RIDES = 4;
  private static final int MOST_ROUTES = 4;

  private final BusWords words;
  private final TownSentences sentences;
  private final TownButtons buttons;

  JourneyAnswers(BusWords words, TownSentences sentences, TownButtons buttons) {
    this.words = words;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  Reply of(Journey journey, Timetable table, NextBuses next, Instant now) {
    List<String> from = names(journey.from());
    return switch (from.size()) {
      case 0 -> whereFrom(journey, table, next, now);
      case 1 -> rides(journey, from.getFirst(), next, now);
      default ->
          Choice.of(
              sentences.say(TownSentence.BUS_WHICH),
              buttons.from(from, names(journey.to()).getFirst()),
              Optional.empty());
    };
  }

  private Reply whereFrom(Journey journey, Timetable table, NextBuses next, Instant now) {
    List<Route> routes = table.leadingTo(journey.to()).stream().limit(MOST_ROUTES).toList();
    String goal = told(journey.to());
    List<Stop> behind =
        routes.stream()
            .flatMap(route -> table.along(route).stream())
            .filter(stop -> !journey.to().contains(stop))
            .toList();
    if (behind.isEmpty()) {
      return Reply.of(sentences.say(TownSentence.BUS_NO_WAY, "goal", goal), List.of());
    }
    String lines =
        routes.stream().map(route -> "• " + words.title(route)).collect(Collectors.joining("\n"));
    String alerts =
        routes.stream()
            .map(route -> words.alerts(next.alertsOn(route), now))
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining("\n"));
    String text = sentences.say(TownSentence.BUS_FROM_WHERE, Map.of("goal", goal, "routes", lines));
    return Reply.of(
        alerts.isEmpty() ? text : text + "\n" + alerts,
        buttons.from(names(behind), names(journey.to()).getFirst()));
  }

  private Reply rides(Journey journey, String from, NextBuses next, Instant now) {
    List<Ride> rides =
        journey.from().stream()
            .flatMap(stop -> next.to(stop, journey.to(), MOST_RIDES).stream())
            .sorted(Comparator.comparing(ride -> ride.departure().at()))
            .limit(MOST_RIDES)
            .toList();
    String goal = told(journey.to());
    Map<String, String> ends = Map.of("stop", from, "goal", goal);
    String alerts = words.alerts(next.alertsAt(journey.from()), now);
    if (rides.isEmpty()) {
      return Reply.of(
          BusWords.lines(sentences.say(TownSentence.BUS_NO_RIDE, ends), alerts),
          buttons.each(TownCommand.BUS, List.of(from)));
    }
    String lines =
        rides.stream().map(ride -> words.line(ride, now)).collect(Collectors.joining("\n"));
    return Reply.of(
        BusWords.lines(
            sentences.say(
                TownSentence.BUS_RIDES, Map.of("stop", from, "goal", goal, "lines", lines)),
            words.timetableAlone(rides.stream().map(Ride::departure).toList()),
            alerts),
        List.of());
  }

  private static String told(List<Stop> stops) {
    return String.join(", ", names(stops));
  }

  private static List<String> names(List<Stop> stops) {
    return stops.stream().map(Stop::name).distinct().toList();
  }
}
