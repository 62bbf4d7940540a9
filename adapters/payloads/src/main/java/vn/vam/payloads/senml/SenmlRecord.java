package vn.vam.payloads.senml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A record to which the base values were applied.
 *
 * @param baseName the first part of the name, as long as it was common to several records
 * @param name the whole of it: letters, digits and {@code -:./_}
 * @param value a number, a text, a truth or bytes; absent where there is a sum alone
 * @param sum the value integrated over time, unit times seconds
 * @param seconds below 2<sup>28</sup> from now, negative in the past; else since 1970
 */
public record SenmlRecord(
    String baseName,
    String name,
    Optional<String> unit,
    Optional<JsonNode> value,
    OptionalDouble sum,
    double seconds) {
  private static final double LEAST_ABSOLUTE = 1 << 28;

  /** Whether the device has no clock and counts from when it sent the record. */
  public boolean isRelative() {
    return seconds < LEAST_ABSOLUTE;
  }
}
