package vn.vam.sqlite.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * @param file created with its folder where missing; two more files stand beside it while it is
 *     open
 * @param retention points older than this are refused and forgotten, at least an hour; kept for
 *     ever where absent
 */
public record SqliteStoreConfig(Path file, Optional<Duration> retention) {
  public SqliteStoreConfig {
    if (retention.isPresent() && retention.get().compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("retention is at least 1 h, was " + retention.get());
    }
  }
}
