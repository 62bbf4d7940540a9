package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vam.core.citizen.Command.Verb;
import vn.vam.core.notify.Shown;
import vn.vam.core.point.Sample;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseTime;

/**
 * The last day, or three of them, of a station as a picture; and as a small graph of letters for
 * where no picture gets through.
 */
final class ChartAnswers {
  private static final int WINDOWS = 48;
  private static final int BARS_IN_ALL = 24;
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private final Registry registry;
  private final History history;
  private final SalinityAnswers salinity;
  private final Sentences sentences;
  private final ChartWords words;

  ChartAnswers(Registry registry, History history, SalinityAnswers salinity, Sentences sentences) {
    this.registry = registry;
    this.history = history;
    this.salinity = salinity;
    this.sentences = sentences;
    this.words = new ChartWords(sentences);
  }

  /**
   * @param days how many, up to now
   */
  Reply of(StationId id, int days, Profile profile, Instant now) {
    return registry
        .station(id)
        .map(station -> drawn(station, Duration.ofDays(days), profile, now))
        .orElseGet(() -> salinity.which(List.of()));
  }

  Reply which(List<StationId> candidates, int days) {
    return salinity.which(
        candidates,
        Verb.CHART,
        days == 1 ? "" : String.valueOf(days),
        Optional.of(new OpenQuestion.WhereChart(days)));
  }

  private Reply drawn(Station station, Duration span, Profile profile, Instant now) {
    Instant from = now.minus(span);
    return switch (history.salinity(station, from, now, span.dividedBy(WINDOWS))) {
      case History.Past.Unavailable away -> without(Sentence.CHART_AWAY, station);
      case History.Past.Kept(List<Sample> samples) when samples.size() < 2 ->
          without(Sentence.CHART_EMPTY, station);
      case History.Past.Kept(List<Sample> samples) -> drawn(station, span, samples, profile, now);
    };
  }

  private Reply without(Sentence why, Station station) {
    return Reply.of(sentences.say(why, "station", station.name()), List.of());
  }

  private Reply drawn(
      Station station, Duration span, List<Sample> samples, Profile profile, Instant now) {
    String told = told(station, samples, now);
    String caption =
        span.toDays() > 1
            ? told
            : told + "\n" + sentences.say(Sentence.CHART_LONGER, "station", station.name());
    Duration each = span.dividedBy(BARS_IN_ALL);
    String letters =
        sentences.say(
            Sentence.CHART_LETTERS,
            Map.of("each", VietnameseTime.span(each), "bars", bars(samples, each)));
    return Reply.showing(
        told + "\n" + letters,
        new Shown.Picture(words.chart(station, samples, now.minus(span), profile, now), caption));
  }

  private String told(Station station, List<Sample> samples, Instant now) {
    Sample least = samples.stream().min(Comparator.comparingDouble(Sample::value)).orElseThrow();
    Sample most = samples.stream().max(Comparator.comparingDouble(Sample::value)).orElseThrow();
    return sentences.say(
        Sentence.CHART,
        Map.of(
            "station", station.name(),
            "from", VietnameseTime.moment(samples.getFirst().time(), now),
            "least", amount(least),
            "least_time", VietnameseTime.moment(least.time(), now),
            "most", amount(most),
            "most_time", VietnameseTime.moment(most.time(), now)));
  }

  /** The most of each span; one without a value is a dot. */
  private static String bars(List<Sample> samples, Duration each) {
    Instant first = samples.getFirst().time();
    Map<Long, Double> values =
        samples.stream()
            .collect(
                Collectors.toMap(sample -> number(sample, first, each), Sample::value, Math::max));
    double most = samples.stream().mapToDouble(Sample::value).max().orElseThrow();
    StringBuilder bars = new StringBuilder();
    for (long i = 0; i <= number(samples.getLast(), first, each); i++) {
      Double value = values.get(i);
      bars.append(value == null ? '·' : bar(value, most));
    }
    return bars.toString();
  }

  private static long number(Sample sample, Instant first, Duration each) {
    return Duration.between(first, sample.time()).dividedBy(each);
  }

  private static char bar(double value, double most) {
    int height = most <= 0 ? 0 : (int) Math.round(value / most * (BARS.length() - 1));
    return BARS.charAt(Math.clamp(height, 0, BARS.length() - 1));
  }

  private String amount(Sample sample) {
    return sentences.amount(sample.value(), Quantity.SALINITY);
  }
}
