package vn.vam.payloads.codec.milesight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.payloads.codec.Measurements;
import vn.vam.payloads.codec.Said;

/** What a message tells, now and of the past, while it is being read. */
final class Memory {
  private static final int FAILED = 0xffff;
  private static final int DISABLED = 0xfffd;

  private final Map<String, Double> now = new LinkedHashMap<>();
  private final List<Measurements> samples = new ArrayList<>();

  /** A number of now. */
  void now(String field, double value) {
    now.put(field, value);
  }

  /** A number of now, unless the probe says that it failed or is switched off. */
  void now(String field, int raw, double value) {
    put(now, field, raw, value);
  }

  static void put(Map<String, Double> numbers, String field, int raw, double value) {
    if (raw != FAILED && raw != DISABLED) {
      numbers.put(field, value);
    }
  }

  /** A line's count; where {@code at} is absent, one of now. */
  void lane(Optional<Instant> at, String lane, String direction, String field, double count) {
    samples.add(
        new Measurements(at, Map.of(field, count), Map.of("lane", lane, "direction", direction)));
  }

  void then(Instant at, Map<String, Double> numbers) {
    if (!numbers.isEmpty()) {
      samples.add(Measurements.then(at, numbers));
    }
  }

  Said said() {
    if (!now.isEmpty()) {
      samples.addFirst(Measurements.now(now));
    }
    return samples.isEmpty() ? new Said.Other("status") : new Said.Samples(samples);
  }
}
