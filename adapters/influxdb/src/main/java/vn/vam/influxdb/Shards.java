package vn.vam.influxdb;

import java.time.Duration;
import java.util.Optional;

/**
 * InfluxDB forgets by whole shards, of a week unless somebody says otherwise, and refuses to keep
 * less than one of them. For what is shorter they are told along, of the length the server itself
 * would give a new policy or bucket; longer ones stay as they are.
 */
final class Shards {
  private static final Duration USUAL = Duration.ofDays(7);

  private Shards() {}

  /**
   * @param keep for ever where zero
   */
  static Optional<Duration> toTell(Duration keep) {
    if (keep.isZero() || keep.compareTo(USUAL) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        keep.compareTo(Duration.ofDays(2)) < 0 ? Duration.ofHours(1) : Duration.ofDays(1));
  }
}
