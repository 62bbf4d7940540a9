package vn.vam.payloads.codec;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a device measured at one time, in one lane.
 *
 * @param memory when the device's memory says it was; absent for a sample of now
 * @param numbers by our field names, such as {@code salinity_gl}
 * @param labels by our field names, such as {@code lane}
 */
public record Measurements(
    Optional<Instant> memory, Map<String, Double> numbers, Map<String, String> labels) {
  public Measurements {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    labels = Map.copyOf(labels);
  }

  public static Measurements now(Map<String, Double> numbers) {
    return new Measurements(Optional.empty(), numbers, Map.of());
  }

  public static Measurements then(Instant memory, Map<String, Double> numbers) {
    return new Measurements(Optional.of(memory), numbers, Map.of());
  }
}
