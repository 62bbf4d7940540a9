package vn.vam.feeds;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of a service day, such as 6:05:00 or, after midnight, 25:35:00. */
final class DayTime {
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");

  /** Seconds, up to two days. */
  static final int LONGEST = 172_800;

  private DayTime() {}

  /** Seconds since the day began. */
  static Optional<Integer> read(String text) {
    Matcher parts = TIME.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int seconds = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    int minutes = Integer.parseInt(parts.group(2));
    int whole = Integer.parseInt(parts.group(1)) * 3_600 + minutes * 60 + seconds;
    return minutes < 60 && seconds < 60 && whole <= LONGEST ? Optional.of(whole) : Optional.empty();
  }
}
