package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vam.core.citizen.Command.Verb;
import vn.vam.core.point.Sample;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseTime;

/** The last day of a station as a small graph of letters, which every phone shows. */
final class ChartAnswers {
  private static final Duration SPAN = Duration.ofHours(24);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private final Registry registry;
  private final History history;
  private final SalinityAnswers salinity;
  private final Sentences sentences;

  ChartAnswers(Registry registry, History history, SalinityAnswers salinity, Sentences sentences) {
    this.registry = registry;
    this.history = history;
    this.salinity = salinity;
    this.sentences = sentences;
  }

  Reply of(StationId id, Instant now) {
    return registry
        .station(id)
        .map(station -> Reply.of(text(station, now), List.of()))
        .orElseGet(() -> salinity.which(List.of()));
  }

  Reply which(List<StationId> candidates) {
    return salinity.which(candidates, Verb.CHART);
  }

  private String text(Station station, Instant now) {
    List<Sample> samples = history.salinity(station, now.minus(SPAN), now, EVERY);
    if (samples.size() < 2) {
      return sentences.say(Sentence.CHART_EMPTY, "station", station.name());
    }
    Sample least = samples.stream().min(Comparator.comparingDouble(Sample::value)).orElseThrow();
    Sample most = samples.stream().max(Comparator.comparingDouble(Sample::value)).orElseThrow();
    return sentences.say(
        Sentence.CHART,
        Map.of(
            "station", station.name(),
            "from", VietnameseTime.moment(samples.getFirst().time(), now),
            "bars", bars(samples, most.value()),
            "least", amount(least),
            "least_time", VietnameseTime.moment(least.time(), now),
            "most", amount(most),
            "most_time", VietnameseTime.moment(most.time(), now)));
  }

  /** A bar an hour; an hour without a value is a dot. */
  private static String bars(List<Sample> samples, double most) {
    Map<Instant, Double> byHour =
        samples.stream().collect(Collectors.toMap(Sample::time, Sample::value, Math::max));
    StringBuilder bars = new StringBuilder();
    Instant end = samples.getLast().time();
    for (Instant at = samples.getFirst().time(); !at.isAfter(end); at = at.plus(EVERY)) {
      Double value = byHour.get(at);
      bars.append(value == null ? '·' : bar(value, most));
    }
    return bars.toString();
  }

  private static char bar(double value, double most) {
    int height = most <= 0 ? 0 : (int) Math.round(value / most * (BARS.length() - 1));
    return BARS.charAt(Math.clamp(height, 0, BARS.length() - 1));
  }

  private String amount(Sample sample) {
    return sentences.amount(sample.value(), Quantity.SALINITY);
  }
}
