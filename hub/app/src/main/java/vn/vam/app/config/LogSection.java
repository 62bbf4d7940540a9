package vn.vam.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.vam.core.rule.Rule;
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
  private static final int LARGEST_SEGMENT = 4_096;
  private static final int LARGEST_LOG = 100 << 20;

  private LogSection() {}

  /**
   * @param rules the log is kept for as long as they look back, whatever else is asked for
   */
  static LogConfig read(ConfigNode log, Path data, List<Rule> rules) {
    log.only("keep", "segment_age", "segment_mb", "most_mb", "sealing_key", "sealed_for");
    LogConfig usual = LogConfig.in(data.resolve("log"));
    long segment =
        log.at("segment_mb")
            .integer(1, LARGEST_SEGMENT, megabytes(usual.segmentBytes()), "segment_mb: 256");
    Duration age =
        log.at("segment_age")
            .duration(usual.segmentAge(), SHORTEST_AGE, LONGEST_AGE, "segment_age: 1h");
    Duration needed = looksBack(rules);
    return usual
        .withSegments(segment * MEGABYTE, age)
        .keeping(keep(log.at("keep"), longer(usual.keep(), needed), rules), needed)
        .atMost(most(log.at("most_mb"), usual, segment) * MEGABYTE);
  }

  /** Room for one segment that is read and one that is written, beside the ballast. */
  private static long most(ConfigNode node, LogConfig usual, long segment) {
    int least = (int) (2 * segment) + megabytes(usual.ballastBytes());
    int otherwise = Math.max(least, megabytes(usual.mostBytes()));
    return node.integer(least, LARGEST_LOG, otherwise, "most_mb: " + otherwise);
  }

  private static Duration keep(ConfigNode node, Duration otherwise, List<Rule> rules) {
    Duration keep = node.duration(otherwise, Duration.ZERO, LONGEST_KEEP, "keep: 24h");
    rules.stream()
        .filter(rule -> rule.looksBack().compareTo(keep) > 0)
        .max(Comparator.comparing(Rule::looksBack))
        .ifPresent(
            rule ->
                node.complain(
                    "expected at least %s, as far as rule %s looks back, found %s"
                        .formatted(
                            Durations.written(rule.looksBack()),
                            rule.id(),
                            Durations.written(keep)),
                    "keep: " + Durations.written(rule.looksBack())));
    return keep;
  }

  private static Duration looksBack(List<Rule> rules) {
    return rules.stream().map(Rule::looksBack).reduce(Duration.ZERO, LogSection::longer);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static int megabytes(long bytes) {
    return (int) (bytes / MEGABYTE);
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
