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
  private final Map<Lane, Map<String, Double>> lanes = new LinkedHashMap<>();
  private int failed;

  /**
   * @param at absent for one of now
   */
  private record Lane(Optional<Instant> at, String name, String direction) {
    Measurements with(Map<String, Double> numbers) {
      return new Measurements(at, numbers, Map.of("lane", name, "direction", direction));
    }
  }

  /** A number of now. */
  void now(String field, double value) {
    now.put(field, value);
  }

  /** A number of now, unless the probe says that it failed or is switched off. */
  void now(String field, int raw, double value) {
    put(now, field, raw, value);
  }

  void put(Map<String, Double> numbers, String field, int raw, double value) {
    if (raw == FAILED || raw == DISABLED) {
      failed++;
    } else {
      numbers.put(field, value);
    }
  }

  /** A line's count; where {@code at} is absent, one of now. */
  void lane(Optional<Instant> at, String lane, String direction, String field, double count) {
    lanes
        .computeIfAbsent(new Lane(at, lane, direction), each -> new LinkedHashMap<>())
        .put(field, count);
  }

  void then(Instant at, Map<String, Double> numbers) {
    if (!numbers.isEmpty()) {
      samples.add(Measurements.then(at, numbers));
    }
  }

  /**
   * @param leftOut what could not be read beside what is here
   */
  Said said(int leftOut) {
    List<Measurements> all = new ArrayList<>();
    if (!now.isEmpty()) {
      all.add(Measurements.now(now));
    }
    lanes.forEach((lane, numbers) -> all.add(lane.with(numbers)));
    all.addAll(samples);
    return all.isEmpty() ? nothing() : new Said.Samples(all, failed + leftOut);
  }

  private Said nothing() {
    return failed > 0
        ? new Said.Broken("a number of the probe, which says that it failed or is switched off")
        : new Said.Other("status");
  }
}
