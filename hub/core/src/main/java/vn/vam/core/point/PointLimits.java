package vn.vam.core.point;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What no store can keep, found before anything is written. InfluxDB would take some of it for a
 * comment or for something else and drop it without a word; the embedded store refuses the same.
 */
public final class PointLimits {
  /** InfluxDB counts nanoseconds in 64 bits: models.MinNanoTime, cut to milliseconds. */
  public static final Instant EARLIEST = Instant.ofEpochMilli(-9_223_372_036_854L);

  /** See {@link #EARLIEST}. */
  public static final Instant LATEST = Instant.ofEpochMilli(9_223_372_036_854L);

  /** As the line protocol reference limits a string field, in UTF-8 bytes. */
  public static final int LONGEST_TEXT = 65_535;

  /** Of the name of a measurement, tag or field, and of a tag's value, in characters. */
  public static final int LONGEST_NAME = 256;

  private PointLimits() {}

  /**
   * The bound of a window, cut to whole milliseconds between {@link #EARLIEST} and {@link #LATEST}.
   * Rounded up: a point at the millisecond before lies outside a window that starts here.
   */
  static Instant bound(Instant wanted) {
    if (wanted.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    if (wanted.isAfter(LATEST)) {
      return LATEST;
    }
    Instant cut = wanted.truncatedTo(ChronoUnit.MILLIS);
    return cut.equals(wanted) ? cut : cut.plusMillis(1);
  }

  /** Which limit the point breaks, for the operator; nothing for a point that can be kept. */
  public static Optional<String> brokenBy(Point point) {
    if (point.time().isBefore(EARLIEST) || point.time().isAfter(LATEST)) {
      return Optional.of("time is outside " + EARLIEST + " to " + LATEST);
    }
    if (!isName(point.measurement())) {
      return Optional.of("no measurement can be called '" + shortened(point.measurement()) + "'");
    }
    return brokenBy(point.tags()).or(() -> brokenByFields(point.fields()));
  }

  private static Optional<String> brokenBy(Map<String, String> tags) {
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      if (!isName(tag.getKey())) {
        return Optional.of("no tag can be called '" + shortened(tag.getKey()) + "'");
      }
      if (!isReadable(tag.getValue())) {
        return Optional.of(
            "tag " + tag.getKey() + " cannot be '" + shortened(tag.getValue()) + "'");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> brokenByFields(Map<String, Value> fields) {
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      if (!isName(field.getKey())) {
        return Optional.of("no field can be called '" + shortened(field.getKey()) + "'");
      }
      if (field.getValue() instanceof Value.Text text && isTooLong(text.text())) {
        return Optional.of(
            "field " + field.getKey() + " is longer than " + LONGEST_TEXT + " bytes");
      }
    }
    return Optional.empty();
  }

  /**
   * A leading underscore and the word {@code time} are the database's own, a leading {@code #}
   * makes a comment of the line.
   */
  private static boolean isName(String name) {
    return isReadable(name)
        && name.charAt(0) != '_'
        && name.charAt(0) != '#'
        && !name.equals("time");
  }

  private static boolean isReadable(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i)) || hidesWhatFollows(name, i)) {
        return false;
      }
    }
    return true;
  }

  /** A backslash escapes a separator behind it, and a backslash itself cannot be escaped. */
  private static boolean hidesWhatFollows(String name, int i) {
    return name.charAt(i) == '\\'
        && (i + 1 == name.length() || ",= ".indexOf(name.charAt(i + 1)) >= 0);
  }

  private static boolean isTooLong(String text) {
    return text.length() > LONGEST_TEXT / 3
        && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT;
  }

  private static String shortened(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40) + "…";
  }
}
