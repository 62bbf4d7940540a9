package vn.vam.payloads.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How a device writes its times. */
public enum TimeFormat {
  /** RFC 3339 and its kin, or an epoch number of whatever precision its magnitude tells. */
  AUTO,
  /** RFC 3339 and its kin alone: a number is none. */
  ISO,
  /** Seconds since 1970. */
  S,
  /** Milliseconds since 1970. */
  MS,
  /** Microseconds since 1970. */
  US,
  /** Nanoseconds since 1970. */
  NS;

  /** As written in the configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Map<String, TimeFormat> byWord() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(TimeFormat::word, format -> format));
  }
}
