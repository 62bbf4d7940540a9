package vn.vam.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vam.chart.Sheet.Anchor;
import vn.vam.core.chart.SaltChart;
import vn.vam.core.chart.SaltChart.Mark;
import vn.vam.core.chart.SaltChart.Point;

/** One chart on its sheet: bands, grid, line, tides and words, the background first. */
final class Drawing {
  private static final Color INK = new Color(0x1B2A33);
  private static final Color SOFT = new Color(0x4A5C66);
  private static final Color GRID = new Color(0xC9D4DA);
  private static final Color WATER = new Color(0x075E8A);
  private static final Color WARNING = new Color(0xA4261D);

  /** From safe to harmful, one for each room between marks. */
  private static final List<Color> BANDS =
      List.of(
          new Color(0xDDF1E4),
          new Color(0xF0F4D6),
          new Color(0xFBEBC8),
          new Color(0xF8D9C4),
          new Color(0xF3C6C2));

  private static final double TITLE = 46;
  private static final double LABEL = 36;
  private static final double SMALL = 32;

  /** Further apart, nobody knows what lay between. */
  private static final Duration GAP = Duration.ofHours(3);

  private final Sheet sheet;
  private final SaltChart chart;
  private final Frame frame;

  Drawing(Sheet sheet, SaltChart chart) {
    this.sheet = sheet;
    this.chart = chart;
    this.frame = Frame.of(chart);
  }

  void draw() {
    sheet.write(chart.title(), TITLE, 24, 54, Anchor.LEFT, INK);
    sheet.write("g/l", LABEL, Frame.LEFT - 12, Frame.TOP - 28, Anchor.RIGHT, SOFT);
    bands();
    levels();
    hours();
    marks();
    tides();
    line();
    markWords();
    newest();
  }

  private void bands() {
    double lower = 0;
    List<Mark> marks = chart.marks();
    for (int i = 0; i <= marks.size(); i++) {
      double upper = i < marks.size() ? marks.get(i).level() : frame.highest();
      band(lower, Math.min(upper, frame.highest()), colour(i, marks.size()));
      lower = upper;
    }
  }

  /** One mark parts good from bad; more of them are a ladder. */
  private static Color colour(int band, int marks) {
    return marks == 1 ? BANDS.get(band * 4) : BANDS.get(Math.min(band, BANDS.size() - 1));
  }

  private void band(double from, double to, Color colour) {
    if (to > from) {
      double top = frame.y(to);
      sheet.fill(
          new Rectangle2D.Double(Frame.LEFT, top, Frame.RIGHT - Frame.LEFT, frame.y(from) - top),
          colour);
    }
  }

  private void levels() {
    for (double level : frame.levels()) {
      double y = frame.y(level);
      sheet.trace(new Line2D.Double(Frame.LEFT, y, Frame.RIGHT, y), 1, GRID);
      sheet.write(amount(level), LABEL, Frame.LEFT - 12, y + 12, Anchor.RIGHT, SOFT);
    }
  }

  private void hours() {
    for (ZonedDateTime hour : frame.hours()) {
      double x = frame.x(hour.toInstant());
      boolean isMidnight = hour.getHour() == 0;
      sheet.trace(new Line2D.Double(x, Frame.TOP, x, Frame.BOTTOM + 6), isMidnight ? 2 : 1, GRID);
      if (x < Frame.RIGHT - 26) {
        sheet.write(hour.getHour() + "h", LABEL, x, Frame.BOTTOM + 42, Anchor.MIDDLE, SOFT);
      }
      if (isMidnight && x < Frame.RIGHT - 110) {
        sheet.write("ngày " + day(hour), SMALL, x, Frame.BOTTOM + 84, Anchor.LEFT, SOFT);
      }
    }
    ZonedDateTime first = frame.from().atZone(Frame.VIETNAM);
    if (frame.hours().stream().noneMatch(hour -> hour.getHour() == 0 && isEarly(hour))) {
      sheet.write("ngày " + day(first), SMALL, Frame.LEFT, Frame.BOTTOM + 84, Anchor.LEFT, SOFT);
    }
  }

  /** Where it begins, there is no room for another day's name. */
  private boolean isEarly(ZonedDateTime hour) {
    return frame.x(hour.toInstant()) < Frame.LEFT + 190;
  }

  private static String day(ZonedDateTime day) {
    return day.getDayOfMonth() + "/" + day.getMonthValue();
  }

  private void marks() {
    for (Mark mark : shown()) {
      double y = frame.y(mark.level());
      sheet.dashes(Frame.LEFT, y, Frame.RIGHT, y, WARNING);
    }
  }

  private List<Mark> shown() {
    return chart.marks().stream().filter(mark -> mark.level() < frame.highest()).toList();
  }

  /** The highest first; one that would be written across another is left out. */
  private void markWords() {
    double free = Frame.TOP + SMALL;
    for (Mark mark : shown().reversed()) {
      double y = frame.y(mark.level()) - 8;
      if (y >= free) {
        sheet.write(mark.words(), SMALL, Frame.LEFT + 10, y, Anchor.LEFT, WARNING);
        free = y + SMALL + 6;
      }
    }
  }

  private void tides() {
    for (SaltChart.Tide tide : chart.tides()) {
      double x = frame.x(tide.at());
      Path2D arrow = new Path2D.Double();
      double tip = tide.isHigh() ? -1 : 1;
      arrow.moveTo(x, Frame.BOTTOM - 12 + tip * 9);
      arrow.lineTo(x - 9, Frame.BOTTOM - 12 - tip * 7);
      arrow.lineTo(x + 9, Frame.BOTTOM - 12 - tip * 7);
      arrow.closePath();
      sheet.fill(arrow, tide.isHigh() ? WATER : SOFT);
    }
    if (!chart.tides().isEmpty()) {
      double x = Frame.RIGHT;
      sheet.write("▲ nước lớn  ▼ nước ròng", SMALL, x, Frame.TOP - 28, Anchor.RIGHT, SOFT);
    }
  }

  private void line() {
    List<Point> run = new ArrayList<>();
    for (Point point : chart.points()) {
      if (!run.isEmpty() && run.getLast().at().plus(GAP).isBefore(point.at())) {
        stretch(run);
        run.clear();
      }
      run.add(point);
    }
    stretch(run);
  }

  private void stretch(List<Point> run) {
    Path2D path = new Path2D.Double();
    Point first = run.getFirst();
    path.moveTo(x(first), y(first));
    run.forEach(point -> path.lineTo(x(point), y(point)));
    sheet.trace(path, 9, Color.WHITE);
    sheet.trace(path, 5, WATER);
  }

  private void newest() {
    Point last = chart.points().getLast();
    sheet.fill(new Ellipse2D.Double(x(last) - 9, y(last) - 9, 18, 18), Color.WHITE);
    sheet.fill(new Ellipse2D.Double(x(last) - 7, y(last) - 7, 14, 14), WATER);
    String words = amount(last.value());
    double height = y(last) - 20 < Frame.TOP + LABEL ? y(last) + 54 : y(last) - 20;
    double right = Math.min(x(last) + sheet.width(words, TITLE) / 2, Frame.RIGHT - 4);
    sheet.write(words, TITLE, right, height, Anchor.RIGHT, WATER);
  }

  private double x(Point point) {
    return frame.x(point.at());
  }

  private double y(Point point) {
    return frame.y(point.value());
  }

  private static String amount(double value) {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.of("vi")))
        .format(value);
  }
}
