package vn.vam.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import vn.vam.core.chart.SaltChart;

/** Where times and values of a chart lie on the sheet, in pixels. */
record Frame(Instant from, Instant to, double highest, double step) {
  static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  static final int LEFT = 100;
  static final int RIGHT = PngChart.WIDTH - 24;
  static final int TOP = 124;
  static final int BOTTOM = PngChart.HEIGHT - 98;

  private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10};
  private static final int MOST_STEPS = 5;

  /** High enough for the line, and for the first mark above it. */
  static Frame of(SaltChart chart) {
    double line = chart.points().stream().mapToDouble(SaltChart.Point::value).max().orElseThrow();
    double mark =
        chart.marks().stream()
            .mapToDouble(SaltChart.Mark::level)
            .filter(level -> level > line)
            .min()
            .orElse(line);
    double wanted = Math.max(Math.min(mark, Math.max(line * 1.6, 0.6)), line) * 1.12;
    double step =
        DoubleStream.of(STEPS)
            .filter(one -> wanted / one <= MOST_STEPS)
            .findFirst()
            .orElse(STEPS[STEPS.length - 1]);
    double highest = Math.max(Math.ceil(wanted / step), 2) * step;
    return new Frame(chart.from(), chart.to(), highest, step);
  }

  double x(Instant at) {
    double part =
        (double) Duration.between(from, at).toMillis() / Duration.between(from, to).toMillis();
    return LEFT + Math.clamp(part, 0, 1) * (RIGHT - LEFT);
  }

  double y(double value) {
    return BOTTOM - Math.clamp(value / highest, 0, 1) * (BOTTOM - TOP);
  }

  List<Double> levels() {
    return Stream.iterate(0, i -> i * step <= highest + step / 2, i -> i + 1)
        .map(i -> i * step)
        .toList();
  }

  /** Whole hours worth a label: every fourth of a day, every midnight and noon of several. */
  List<ZonedDateTime> hours() {
    int every = isOfOneDay() ? 4 : 12;
    ZonedDateTime first = from.atZone(VIETNAM).truncatedTo(ChronoUnit.DAYS);
    return Stream.iterate(first, hour -> !hour.toInstant().isAfter(to), h -> h.plusHours(every))
        .filter(hour -> !hour.toInstant().isBefore(from))
        .toList();
  }

  boolean isOfOneDay() {
    return Duration.between(from, to).toHours() <= 30;
  }
}
