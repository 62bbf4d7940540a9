package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.citizen.Command.Verb;
import vn.vam.core.live.Latest;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.Trend;
import vn.vam.core.notify.Button;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseTime;

/** How salty the water is, said only as surely as it is known. */
final class SalinityAnswers {
  private final Registry registry;
  private final LatestReadings latest;
  private final Duration staleAfter;
  private final SubscriptionAnswers subscriptions;
  private final WaterWords water;
  private final Sentences sentences;
  private final Buttons buttons;

  SalinityAnswers(
      Registry registry,
      LatestReadings latest,
      Duration staleAfter,
      SubscriptionAnswers subscriptions,
      Sentences sentences,
      Buttons buttons) {
    this.registry = registry;
    this.latest = latest;
    this.staleAfter = staleAfter;
    this.subscriptions = subscriptions;
    this.sentences = sentences;
    this.water = new WaterWords(latest, sentences);
    this.buttons = buttons;
  }

  Reply of(StationId id, Profile profile, Instant now) {
    return registry
        .station(id)
        .map(station -> Reply.of(text(station, profile, now), offer(station, profile.stations())))
        .orElseGet(() -> which(List.of()));
  }

  private List<Button> offer(Station station, List<StationId> subscribed) {
    boolean isNew = subscriptions.isOffered(station) && !subscribed.contains(station.id());
    return isNew ? buttons.subscribeTo(List.of(station)) : List.of();
  }

  private String text(Station station, Profile profile, Instant now) {
    return latest
        .of(station.id(), Quantity.SALINITY)
        .map(
            value ->
                isStale(value, now)
                    ? stale(station, value, now)
                    : now(station, value, profile, now))
        .orElseGet(() -> sentences.say(Sentence.SALINITY_SILENT, "station", station.name()));
  }

  private String now(Station station, Latest value, Profile profile, Instant now) {
    String known =
        sentences.say(
            Sentence.SALINITY_NOW,
            Map.of(
                "station", station.name(),
                "value", amount(value),
                "time", VietnameseTime.moment(value.time(), now),
                "trend", trend(station)));
    return Stream.of(
            Stream.of(known),
            water.since(station, now).stream(),
            certain(value).flatMap(sure -> water.classSince(station, sure, now)).stream(),
            Stream.of(advice(value)),
            water.distances(station, value, profile, now),
            water.tide(station, now).stream())
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n"));
  }

  private static Optional<Latest> certain(Latest value) {
    return Optional.of(value).filter(one -> one.quality() != Quality.SUSPECT);
  }

  private String advice(Latest value) {
    return value.quality() == Quality.SUSPECT
        ? sentences.say(Sentence.SALINITY_SUSPECT)
        : sentences.advice(SalinityClass.of(value.value()));
  }

  private String stale(Station station, Latest value, Instant now) {
    return sentences.say(Sentence.SALINITY_STALE, staleGaps(station, value, now));
  }

  private Map<String, String> staleGaps(Station station, Latest value, Instant now) {
    return Map.of(
        "station", station.name(),
        "value", amount(value),
        "time", VietnameseTime.moment(value.time(), now));
  }

  /**
   * @param candidates empty when the place is none of ours
   */
  Reply which(List<StationId> candidates) {
    return which(candidates, Verb.SALINITY, "", Optional.empty());
  }

  /**
   * @param verb what pressing a button asks of the station
   * @param more what it asks beside that; may be empty
   * @param inner what is asked, where a name alone answers it
   */
  Reply which(List<StationId> candidates, Verb verb, String more, Optional<OpenQuestion> inner) {
    List<Station> stations = measuring();
    if (stations.isEmpty()) {
      return Reply.of(sentences.say(Sentence.SALINITY_NONE), buttons.menu());
    }
    List<Station> meant =
        stations.stream().filter(station -> candidates.contains(station.id())).toList();
    return meant.size() < 2
        ? Reply.of(
                sentences.say(Sentence.WHERE_SALINITY, "stations", Names.of(stations)),
                buttons.salinityOf(stations, verb, more))
            .with(inner.stream().map(ProfileChange.Ask::new).toArray(ProfileChange[]::new))
        : Choice.of(
            sentences.say(Sentence.WHICH_SALINITY), buttons.salinityOf(meant, verb, more), inner);
  }

  Reply ofAll(Instant now) {
    List<Station> stations = measuring();
    if (stations.isEmpty()) {
      return which(List.of());
    }
    List<String> lines =
        stations.stream()
            .sorted(Comparator.comparing(station -> rank(station, now)))
            .map(station -> line(station, now))
            .collect(Collectors.toCollection(ArrayList::new));
    classes(stations, now)
        .ifPresent(
            told -> lines.addFirst(sentences.say(Sentence.SALINITY_CLASSES, "classes", told)));
    String text = sentences.say(Sentence.SALINITY_ALL, "lines", String.join("\n", lines));
    return Reply.of(text, buttons.salinityOf(stations));
  }

  /** The saltiest first, those nobody is sure of last. */
  private double rank(Station station, Instant now) {
    return fresh(station, now)
        .flatMap(SalinityAnswers::certain)
        .map(value -> -value.value())
        .orElse(Double.POSITIVE_INFINITY);
  }

  private Optional<Latest> fresh(Station station, Instant now) {
    return latest.of(station.id(), Quantity.SALINITY).filter(value -> !isStale(value, now));
  }

  /** How many stations there are of each class, such as "rất mặn 2 trạm, nước ngọt 1 trạm". */
  private Optional<String> classes(List<Station> stations, Instant now) {
    Map<SalinityClass, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    stations.forEach(
        station ->
            fresh(station, now)
                .flatMap(SalinityAnswers::certain)
                .ifPresent(
                    value -> counts.merge(SalinityClass.of(value.value()), 1, Integer::sum)));
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            counts.entrySet().stream()
                .map(
                    entry ->
                        sentences.say(
                            Sentence.SALINITY_CLASS,
                            Map.of(
                                "class", sentences.name(entry.getKey()),
                                "count", String.valueOf(entry.getValue()))))
                .collect(Collectors.joining(", ")));
  }

  String line(Station station, Instant now) {
    return latest
        .of(station.id(), Quantity.SALINITY)
        .map(value -> line(station, value, now))
        .orElseGet(() -> sentences.say(Sentence.SALINITY_LINE_SILENT, "station", station.name()));
  }

  private String line(Station station, Latest value, Instant now) {
    if (isStale(value, now)) {
      return sentences.say(Sentence.SALINITY_LINE_STALE, staleGaps(station, value, now));
    }
    if (certain(value).isEmpty()) {
      return sentences.say(
          Sentence.SALINITY_LINE_SUSPECT,
          Map.of("station", station.name(), "value", amount(value)));
    }
    return sentences.say(
        Sentence.SALINITY_LINE,
        Map.of(
            "station", station.name(),
            "value", amount(value),
            "trend", trend(station),
            "class", sentences.name(SalinityClass.of(value.value()))));
  }

  private boolean isStale(Latest value, Instant now) {
    return value.time().isBefore(now.minus(staleAfter));
  }

  private String trend(Station station) {
    Optional<Trend> trend = latest.trend(station.id(), Quantity.SALINITY);
    return sentences.trailing(trend);
  }

  private String amount(Latest value) {
    return sentences.amount(value.value(), Quantity.SALINITY);
  }

  private List<Station> measuring() {
    return registry.stations().stream().filter(station -> station.kind() == Kind.SALINITY).toList();
  }
}
