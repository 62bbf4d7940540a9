package vn.vam.core.point;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Kind;

/** Readings as points: one message's measured values of a device and time make one point. */
public final class Points {
  private Points() {}

  public static List<Point> of(List<Reading> readings) {
    Map<Point.Series, Point> points = new LinkedHashMap<>();
    for (Reading reading : readings) {
      Point point = pointOf(reading);
      points.merge(point.series(), point, Points::mergeKeepingWorseQuality);
    }
    return new ArrayList<>(points.values());
  }

  private static Point pointOf(Reading reading) {
    return switch (reading) {
      case Reading.Measured measured -> measured(measured);
      case Reading.Counted counted -> counted(counted);
      case Reading.CameraEvent event -> event(event);
      case Reading.Past past -> pointOf(past.reading());
    };
  }

  private static Point measured(Reading.Measured reading) {
    SortedMap<String, Value> fields = fields(reading.quality());
    fields.put(reading.quantity().field(), new Value.Number(reading.value()));
    reading.method().ifPresent(method -> fields.put("method", new Value.Text(method)));
    return new Point(Kind.SALINITY.measurement(), tags(reading), fields, reading.takenAt());
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
