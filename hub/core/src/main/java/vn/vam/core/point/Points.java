package vn.vam.core.point;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.Measured;
import vn.vam.core.station.Kind;

/** Readings as points: one message's measured values of a device and time make one point. */
public final class Points {
  private Points() {}

  public static List<Point> of(List<Reading> readings) {
    List<Point> points = new ArrayList<>();
    for (int from = 0; from < readings.size(); ) {
      int to = endOfRun(readings, from);
      points.add(pointOf(readings.subList(from, to)));
      from = to;
    }
    return points.size() == 1 ? points : merged(points);
  }

  private static List<Point> merged(List<Point> points) {
    Map<Point.Series, Point> merged = new LinkedHashMap<>();
    points.forEach(point -> merged.merge(point.series(), point, Points::mergeKeepingWorseQuality));
    return new ArrayList<>(merged.values());
  }

  /** Values measured together, which is nearly always the whole message. */
  private static int endOfRun(List<Reading> readings, int from) {
    int to = from + 1;
    if (present(readings.get(from)) instanceof Measured first) {
      while (to < readings.size() && isTogether(first, present(readings.get(to)))) {
        to++;
      }
    }
    return to;
  }

  private static boolean isTogether(Measured first, Reading other) {
    return other instanceof Measured measured
        && measured.takenAt().equals(first.takenAt())
        && measured.device().equals(first.device())
        && measured.station().equals(first.station());
  }

  private static Reading present(Reading reading) {
    return reading instanceof Reading.Past past ? past.reading() : reading;
  }

  private static Point pointOf(List<Reading> run) {
    return switch (present(run.getFirst())) {
      case Measured measured -> measured(measured, run);
      case Reading.Counted counted -> counted(counted);
      case Reading.CameraEvent event -> event(event);
      case Reading.Past past -> throw new IllegalStateException("present readings are not past");
    };
  }

  private static Point measured(Measured first, List<Reading> run) {
    SortedMap<String, Value> fields = new TreeMap<>();
    Quality worst = first.quality();
    for (Reading reading : run) {
      if (present(reading) instanceof Measured measured) {
        fields.put(measured.quantity().field(), new Value.Number(measured.value()));
        measured.method().ifPresent(method -> fields.put("method", new Value.Text(method)));
        worst = worst.worseOf(measured.quality());
      }
    }
    fields.put("quality", new Value.Number(worst.flag()));
    return new Point(Kind.SALINITY.measurement(), tags(first), fields, first.takenAt());
  }

  private static Point counted(Reading.Counted reading) {
    SortedMap<String, String> tags = tags(reading);
    tags.put("lane", reading.lane());
    tags.put("direction", reading.direction());
    SortedMap<String, Value> fields = fields(reading.quality());
    reading
        .values()
        .forEach((quantity, value) -> fields.put(quantity.field(), new Value.Number(value)));
    return new Point(Kind.TRAFFIC.measurement(), tags, fields, reading.takenAt());
  }

  private static Point event(Reading.CameraEvent reading) {
    SortedMap<String, String> tags = tags(reading);
    tags.put("type", reading.type().word());
    SortedMap<String, Value> fields = fields(reading.quality());
    fields.put("event_id", new Value.Text(reading.eventId()));
    fields.put("phase", new Value.Text(reading.phase().word()));
    reading.score().ifPresent(score -> fields.put("score", new Value.Number(score)));
    reading.zone().ifPresent(zone -> fields.put("zone", new Value.Text(zone)));
    return new Point(Kind.CAMERA.measurement(), tags, fields, reading.takenAt());
  }

  private static SortedMap<String, String> tags(Reading reading) {
    TreeMap<String, String> tags = new TreeMap<>();
    tags.put("device", reading.device().value());
    tags.put("station", reading.station().value());
    return tags;
  }

  private static SortedMap<String, Value> fields(Quality quality) {
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put("quality", new Value.Number(quality.flag()));
    return fields;
  }

  private static Point mergeKeepingWorseQuality(Point first, Point second) {
    TreeMap<String, Value> fields = new TreeMap<>(first.mergedWith(second).fields());
    fields.put("quality", new Value.Number(Math.max(quality(first), quality(second))));
    return new Point(first.measurement(), first.tags(), fields, first.time());
  }

  private static double quality(Point point) {
    return point.fields().get("quality") instanceof Value.Number flag ? flag.number() : 0;
  }
}
