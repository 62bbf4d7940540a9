package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.citizen.Command.Verb;
import vn.vam.core.point.Sample;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseTime;

/** How salty the water was on a day that is over, by what the store kept of it. */
final class DayAnswers {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  /** Who has values up to so close to midnight has them of the whole day. */
  private static final Duration NEARLY = Duration.ofHours(2);

  private final Registry registry;
  private final History history;
  private final SalinityAnswers salinity;
  private final Sentences sentences;
  private final Buttons buttons;

  DayAnswers(
      Registry registry,
      History history,
      SalinityAnswers salinity,
      Sentences sentences,
      Buttons buttons) {
    this.registry = registry;
    this.history = history;
    this.salinity = salinity;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  /**
   * @param daysAgo 1 for yesterday, or 2
   */
  Reply of(StationId id, int daysAgo, Instant now) {
    return registry
        .station(id)
        .map(station -> Reply.of(text(station, daysAgo, now), buttons.salinityOf(List.of(station))))
        .orElseGet(() -> salinity.which(List.of()));
  }

  Reply which(List<StationId> candidates, int daysAgo) {
    return salinity.which(
        candidates,
        Verb.DAY,
        daysAgo == 1 ? "" : String.valueOf(daysAgo),
        Optional.of(new OpenQuestion.WhereDay(daysAgo)));
  }

  private String text(Station station, int daysAgo, Instant now) {
    LocalDate day = VietnameseTime.dateOf(now).minusDays(daysAgo);
    Instant from = day.atStartOfDay(VietnameseTime.ZONE).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(VietnameseTime.ZONE).toInstant();
    String name =
        sentences.say(
            daysAgo == 1 ? Sentence.YESTERDAY : Sentence.DAY_BEFORE,
            "date",
            VietnameseTime.date(from));
    Map<String, String> gaps = Map.of("station", station.name(), "day", name);
    return switch (history.salinity(station, from, to, WINDOW)) {
      case History.Past.Unavailable away -> sentences.say(Sentence.DAY_AWAY, gaps);
      case History.Past.Kept(List<Sample> samples) when samples.isEmpty() ->
          sentences.say(Sentence.DAY_EMPTY, gaps);
      case History.Past.Kept(List<Sample> samples) ->
          told(station, name, samples, now) + partly(samples, from, to, now);
    };
  }

  private String told(Station station, String name, List<Sample> samples, Instant now) {
    Sample most = samples.stream().max(Comparator.comparingDouble(Sample::value)).orElseThrow();
    Sample least = samples.stream().min(Comparator.comparingDouble(Sample::value)).orElseThrow();
    double mean = samples.stream().mapToDouble(Sample::value).average().orElseThrow();
    return sentences.say(
        Sentence.DAY,
        Map.of(
            "station", station.name(),
            "day", name,
            "most", amount(most.value()),
            "most_time", VietnameseTime.moment(most.time(), now),
            "least", amount(least.value()),
            "least_time", VietnameseTime.moment(least.time(), now),
            "mean", amount(Math.round(mean * 100) / 100.0)));
  }

  /** Where there are values of a part of the day alone. */
  private String partly(List<Sample> samples, Instant from, Instant to, Instant now) {
    Instant first = samples.getFirst().time();
    Instant last = samples.getLast().time();
    boolean isWhole =
        first.isBefore(from.plus(NEARLY)) && last.isAfter(to.minus(NEARLY).minus(WINDOW));
    return isWhole
        ? ""
        : "\n"
            + sentences.say(
                Sentence.DAY_PARTLY,
                Map.of(
                    "from", VietnameseTime.moment(first, now),
                    "until", VietnameseTime.moment(last.plus(WINDOW), now)));
  }

  private String amount(double value) {
    return sentences.amount(value, Quantity.SALINITY);
  }
}
