package vn.vam.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import vn.vam.core.secret.Secret;
import vn.vam.sqlite.log.LogConfig;

/** Reads {@code log}. */
final class LogSection {
  private static final long MEGABYTE = 1L << 20;
  private static final Duration SHORTEST_AGE = Duration.ofMinutes(1);
  private static final Duration LONGEST_AGE = Duration.ofDays(7);
  private static final Duration LONGEST_KEEP = Duration.ofDays(3_650);
  private static final Duration SEALED_FOR = Duration.ofDays(7);
  private static final Duration SEALED_LONGEST = Duration.ofDays(90);
  private static final int SHORTEST_KEY = 32;

  private LogSection() {}

  static LogConfig read(ConfigNode log, Path data) {
    log.only("keep", "segment_age", "segment_mb", "sealing_key", "sealed_for");
    LogConfig usual = LogConfig.in(data.resolve("log"));
    return new LogConfig(
        usual.directory(),
        log.at("segment_mb").integer(1, 4_096, megabytes(usual), "segment_mb: 256") * MEGABYTE,
        log.at("segment_age")
            .duration(usual.segmentAge(), SHORTEST_AGE, LONGEST_AGE, "segment_age: 1h"),
        log.at("keep").duration(usual.keep(), Duration.ZERO, LONGEST_KEEP, "keep: 24h"));
  }

  private static int megabytes(LogConfig log) {
    return (int) (log.segmentBytes() / MEGABYTE);
  }

  static Optional<SealingConfig> sealing(ConfigNode log) {
    Duration openFor =
        log.at("sealed_for").duration(SEALED_FOR, SHORTEST_AGE, SEALED_LONGEST, "sealed_for: 7d");
    return log.maybe("sealing_key").map(node -> new SealingConfig(key(node), openFor));
  }

  private static Secret key(ConfigNode node) {
    String example = "sealing_key: ${file:/run/secrets/sealing_key}   # openssl rand -base64 32";
    Secret key = node.secret(example);
    if (key.reveal().length() < SHORTEST_KEY) {
      node.complain(
          "expected a secret of at least " + SHORTEST_KEY + " characters (not shown)", example);
    }
    return key;
  }
}
