package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.bus.Departure;
import vn.vam.core.bus.Ride;
import vn.vam.core.bus.Route;
import vn.vam.core.bus.ServiceAlert;
import vn.vam.core.bus.ServiceAlert.Cause;
import vn.vam.core.bus.ServiceAlert.Effect;
import vn.vam.core.bus.Underway;
import vn.vam.core.bus.Whereabouts;
import vn.vam.core.text.VietnameseNumber;
import vn.vam.core.text.VietnameseTime;

/** Buses in words: when, how late, where they are, and what the operator lets people know. */
final class BusWords {
  private static final int MOST_ALERTS = 3;
  private static final int MOST_UNDERWAY = 4;
  private static final Duration PUNCTUAL = Duration.ofSeconds(60);

  private final TownSentences sentences;

  BusWords(TownSentences sentences) {
    this.sentences = sentences;
  }

  String line(Departure bus, Instant now) {
    String number = title(new Route(bus.route().id(), bus.route().number(), ""));
    String route =
        bus.headsign().isEmpty()
            ? title(bus.route())
            : sentences.say(
                TownSentence.BUS_TOWARDS, Map.of("route", number, "headsign", bus.headsign()));
    return sentences.say(
        TownSentence.BUS_LINE,
        Map.of(
            "route", route,
            "time", VietnameseTime.moment(bus.at(), now),
            "wait", wait(Duration.between(now, bus.at())),
            "late", bus.late().map(this::late).orElse(""),
            "bus", bus.bus().map(where -> where(where) + away(where)).orElse("")));
  }

  /** With when it should be where they go. */
  String line(Ride ride, Instant now) {
    String arrival = VietnameseTime.moment(ride.arrives(), now);
    return line(ride.departure(), now) + sentences.say(TownSentence.BUS_ARRIVES, "time", arrival);
  }

  /** That nobody knows how the buses run, where none of these tells it; else empty. */
  String timetableAlone(List<Departure> departures) {
    boolean isPlanned =
        departures.stream().noneMatch(bus -> bus.late().isPresent() || bus.bus().isPresent());
    return isPlanned ? sentences.say(TownSentence.BUS_TIMETABLE_ALONE) : "";
  }

  static String lines(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
  }

  private String wait(Duration span) {
    if (span.toMinutes() < 1) {
      return sentences.say(TownSentence.BUS_NOW);
    }
    return span.toMinutes() > 90
        ? ""
        : sentences.say(TownSentence.BUS_IN, "minutes", VietnameseNumber.of(span.toMinutes()));
  }

  private String late(Duration late) {
    if (late.abs().compareTo(PUNCTUAL) < 0) {
      return sentences.say(TownSentence.BUS_ON_TIME);
    }
    TownSentence sentence = late.isNegative() ? TownSentence.BUS_EARLY : TownSentence.BUS_LATE;
    return sentences.say(sentence, "minutes", VietnameseNumber.of(late.abs().toMinutes()));
  }

  private String where(Whereabouts bus) {
    TownSentence sentence = bus.isThere() ? TownSentence.BUS_STANDS : TownSentence.BUS_GOES_TO;
    return sentences.say(sentence, "stop", bus.stop().name());
  }

  private String away(Whereabouts bus) {
    return bus.stopsAway() == 0
        ? ""
        : sentences.say(TownSentence.BUS_AWAY, "stops", VietnameseNumber.of(bus.stopsAway()));
  }

  /** A line for each bus on its way; empty without one. */
  String underway(List<Underway> buses) {
    return buses.stream()
        .limit(MOST_UNDERWAY)
        .map(
            bus ->
                sentences.say(
                    TownSentence.BUS_UNDERWAY,
                    Map.of("headsign", bus.headsign(), "bus", where(bus.bus()))))
        .collect(Collectors.joining("\n"));
  }

  /** A line for each alert; empty without one. */
  String alerts(List<ServiceAlert> alerts, Instant now) {
    return alerts.stream()
        .limit(MOST_ALERTS)
        .map(alert -> alert(alert, now))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private String alert(ServiceAlert alert, Instant now) {
    Instant until = alert.until(now);
    return sentences.say(
        TownSentence.BUS_ALERT,
        Map.of(
            "effect",
            sentences.say(effect(alert.effect())),
            "cause",
            cause(alert.cause()).map(why -> " " + sentences.say(why)).orElse(""),
            "text",
            alert.text().isEmpty() ? "" : ": " + alert.text(),
            "until",
            until.equals(Instant.MAX)
                ? ""
                : " "
                    + sentences.say(
                        TownSentence.BUS_ALERT_UNTIL, "time", VietnameseTime.moment(until, now))));
  }

  private static TownSentence effect(Effect effect) {
    return switch (effect) {
      case NO_SERVICE -> TownSentence.BUS_NO_SERVICE;
      case REDUCED_SERVICE -> TownSentence.BUS_REDUCED_SERVICE;
      case SIGNIFICANT_DELAYS -> TownSentence.BUS_DELAYS;
      case DETOUR -> TownSentence.BUS_DETOUR;
      case ADDITIONAL_SERVICE -> TownSentence.BUS_ADDITIONAL_SERVICE;
      case MODIFIED_SERVICE -> TownSentence.BUS_MODIFIED_SERVICE;
      case STOP_MOVED -> TownSentence.BUS_STOP_MOVED;
      case OTHER -> TownSentence.BUS_NOTICE;
    };
  }

  private static Optional<TownSentence> cause(Cause cause) {
    return switch (cause) {
      case TECHNICAL_PROBLEM -> Optional.of(TownSentence.BUS_TECHNICAL_PROBLEM);
      case STRIKE -> Optional.of(TownSentence.BUS_STRIKE);
      case DEMONSTRATION -> Optional.of(TownSentence.BUS_DEMONSTRATION);
      case ACCIDENT -> Optional.of(TownSentence.BUS_ACCIDENT);
      case HOLIDAY -> Optional.of(TownSentence.BUS_HOLIDAY);
      case WEATHER -> Optional.of(TownSentence.BUS_WEATHER);
      case MAINTENANCE -> Optional.of(TownSentence.BUS_MAINTENANCE);
      case CONSTRUCTION -> Optional.of(TownSentence.BUS_CONSTRUCTION);
      case POLICE_ACTIVITY -> Optional.of(TownSentence.BUS_POLICE_ACTIVITY);
      case MEDICAL_EMERGENCY -> Optional.of(TownSentence.BUS_MEDICAL_EMERGENCY);
      case OTHER -> Optional.empty();
    };
  }

  String title(Route route) {
    String number =
        route.number().isEmpty()
            ? ""
            : sentences.say(TownSentence.BUS_NUMBER, "route", route.number());
    return number.isEmpty() || route.name().isEmpty()
        ? number + route.name()
        : number + ", " + route.name();
  }
}
