package vn.vam.core.chart;

import java.time.Instant;
import java.util.List;

/**
 * Everything a picture of a station's salinity shows: drawn from this alone, it is the same picture
 * whenever it is drawn. Holds a citizen's own limits: prints none of it.
 *
 * @param title such as "Độ mặn Xuân Hòa", NFC
 * @param from where the axis of time begins
 * @param to where it ends, after {@code from}
 * @param points in order of time, at least two and at most {@value #MOST_POINTS}
 * @param marks levels worth a line, the lowest first, at most {@value #MOST_MARKS}
 * @param tides high and low waters between {@code from} and {@code to}
 */
public record SaltChart(
    String title,
    Instant from,
    Instant to,
    List<Point> points,
    List<Mark> marks,
    List<Tide> tides) {
  public static final int MOST_POINTS = 200;
  public static final int MOST_MARKS = 6;

  public SaltChart {
    points = List.copyOf(points);
    marks = List.copyOf(marks);
    tides = List.copyOf(tides);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a chart begins before it ends");
    }
    if (points.size() < 2 || points.size() > MOST_POINTS || marks.size() > MOST_MARKS) {
      throw new IllegalArgumentException(
          "a chart has 2 to %d points and at most %d marks, was %d and %d"
              .formatted(MOST_POINTS, MOST_MARKS, points.size(), marks.size()));
    }
  }

  /**
   * @param value g/l, finite
   */
  public record Point(Instant at, double value) {}

  /**
   * @param level g/l, finite
   * @param words beside the line, such as "mức của bà con", at most a few words
   */
  public record Mark(double level, String words) {}

  /** A turn of the tide. */
  public record Tide(Instant at, boolean isHigh) {}

  @Override
  public String toString() {
    return "SaltChart[points=" + points.size() + "]";
  }
}
