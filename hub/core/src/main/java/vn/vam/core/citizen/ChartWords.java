package vn.vam.core.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.vam.core.chart.SaltChart;
import vn.vam.core.chart.SaltChart.Mark;
import vn.vam.core.chart.SaltChart.Point;
import vn.vam.core.limit.Limit;
import vn.vam.core.point.Sample;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Station;
import vn.vam.core.tide.Tide;

/** What a picture of a station's water shows beside the line. */
final class ChartWords {
  private static final Duration AFTER_A_TURN = Duration.ofHours(1);

  private final Sentences sentences;

  ChartWords(Sentences sentences) {
    this.sentences = sentences;
  }

  SaltChart chart(
      Station station, List<Sample> samples, Instant from, Profile profile, Instant now) {
    return new SaltChart(
        sentences.say(Sentence.CHART_TITLE, "station", station.name()),
        from,
        now,
        samples.stream().map(sample -> new Point(sample.time(), sample.value())).toList(),
        marks(station, profile),
        WaterWords.tideOf(station).map(tide -> turns(tide, from, now)).orElse(List.of()));
  }

  /** The citizen's own limits there; who has none is shown where the classes begin. */
  private List<Mark> marks(Station station, Profile profile) {
    List<Mark> own =
        profile.limits().stream()
            .filter(limit -> limit.station().equals(station.id()))
            .sorted(Comparator.comparingDouble(Limit::level))
            .map(limit -> mark(limit.level(), Sentence.CHART_OWN_LIMIT, Map.of()))
            .toList();
    return own.isEmpty() ? classes() : own;
  }

  private List<Mark> classes() {
    List<Mark> classes = new ArrayList<>();
    SalinityClass milder = SalinityClass.FRESH;
    for (SalinityClass next : SalinityClass.values()) {
      if (next != SalinityClass.FRESH) {
        Map<String, String> name = Map.of("class", sentences.name(next));
        classes.add(mark(milder.most(), Sentence.CHART_CLASS, name));
      }
      milder = next;
    }
    return classes;
  }

  private Mark mark(double level, Sentence words, Map<String, String> gaps) {
    Map<String, String> all = new HashMap<>(gaps);
    all.put("level", sentences.amount(level, Quantity.SALINITY));
    return new Mark(level, sentences.say(words, all));
  }

  private static List<SaltChart.Tide> turns(Tide tide, Instant from, Instant to) {
    return Stream.concat(
            turns(tide::nextHigh, true, from, to), turns(tide::nextLow, false, from, to))
        .sorted(Comparator.comparing(SaltChart.Tide::at))
        .toList();
  }

  private static Stream<SaltChart.Tide> turns(
      UnaryOperator<Instant> next, boolean isHigh, Instant from, Instant to) {
    return Stream.iterate(
            next.apply(from), at -> at.isBefore(to), at -> next.apply(at.plus(AFTER_A_TURN)))
        .map(at -> new SaltChart.Tide(at, isHigh));
  }
}
