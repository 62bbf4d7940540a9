package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.live.Latest;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseTime;
import vn.vam.core.tide.SaltForecast;
import vn.vam.core.tide.SaltForecast.Window;

/** When the water will be safe: as far as the tide tells it, or that nobody knows. */
final class SafeAnswers {
  /** From here on trees suffer that bear no salt. */
  private static final double FRESH = 0.5;

  private final Registry registry;
  private final LatestReadings latest;
  private final Duration staleAfter;
  private final WaterWords water;
  private final Sentences sentences;
  private final Buttons buttons;

  SafeAnswers(
      Registry registry,
      LatestReadings latest,
      Duration staleAfter,
      Sentences sentences,
      Buttons buttons) {
    this.registry = registry;
    this.latest = latest;
    this.staleAfter = staleAfter;
    this.water = new WaterWords(latest, sentences);
    this.sentences = sentences;
    this.buttons = buttons;
  }

  Reply of(StationId id, Profile profile, Instant now) {
    return registry
        .station(id)
        .map(station -> Reply.of(text(station, profile, now), List.of()))
        .orElseGet(() -> which(List.of()));
  }

  private String text(Station station, Profile profile, Instant now) {
    return latest
        .of(station.id(), Quantity.SALINITY)
        .filter(value -> !value.time().isBefore(now.minus(staleAfter)))
        .filter(value -> value.quality() != Quality.SUSPECT)
        .map(value -> text(station, value, level(station, profile), now))
        .orElseGet(() -> sentences.say(Sentence.SAFE_UNKNOWN, "station", station.name()));
  }

  /** The lowest limit they set there themselves, else where water is fresh. */
  private static double level(Station station, Profile profile) {
    return profile.limits().stream()
        .filter(limit -> limit.station().equals(station.id()) && limit.side() == Side.ABOVE)
        .mapToDouble(Limit::level)
        .min()
        .orElse(FRESH);
  }

  private String text(Station station, Latest value, double level, Instant now) {
    Map<String, String> gaps =
        Map.of(
            "station", station.name(),
            "value", sentences.amount(value.value(), Quantity.SALINITY),
            "limit", sentences.level(new Level.Below(level), Quantity.SALINITY));
    String present =
        sentences.say(value.value() < level ? Sentence.SAFE_NOW : Sentence.SAFE_NOT_NOW, gaps);
    String later =
        WaterWords.tideOf(station)
            .map(tide -> new SaltForecast(tide, value.value(), value.time()))
            .map(forecast -> later(forecast, value, level, now))
            .orElseGet(() -> sentences.say(Sentence.SAFE_NO_TIDE));
    String tide = water.tide(station, now).map(words -> "\n" + words).orElse("");
    return present + "\n" + later + tide;
  }

  private String later(SaltForecast forecast, Latest value, double level, Instant now) {
    Optional<Window> window = forecast.below(level, now);
    if (window.isEmpty()) {
      return sentences.say(
          value.value() < level ? Sentence.SAFE_NOT_SURE : Sentence.SAFE_NOT_IN_SIGHT);
    }
    Window safe = window.get();
    boolean isWholeDay =
        Duration.between(safe.from(), safe.until()).compareTo(Duration.ofHours(24)) >= 0;
    return isWholeDay
        ? sentences.say(Sentence.SAFE_ALL_DAY)
        : sentences.say(
            Sentence.SAFE_WINDOW,
            Map.of(
                "from", VietnameseTime.moment(safe.from(), now),
                "until", VietnameseTime.moment(safe.until(), now)));
  }

  /**
   * @param candidates empty when the place is none of ours, or none was named
   */
  Reply which(List<StationId> candidates) {
    List<Station> measuring =
        registry.stations().stream().filter(is -> is.kind() == Kind.SALINITY).toList();
    List<Station> meant = measuring.stream().filter(is -> candidates.contains(is.id())).toList();
    List<Station> choice = meant.isEmpty() ? measuring : meant;
    return Choice.listed(
        sentences.say(Sentence.SAFE_WHICH, "stations", Names.of(choice)),
        buttons.safeAt(choice),
        Optional.of(new OpenQuestion.WhereSafe()));
  }
}
