package vn.vam.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the watchman is told.
 *
 * @param hub where the hub's web answers
 * @param every how often it is looked at
 * @param after how long it has to be away before somebody is told
 * @param again how long until they are told once more
 * @param people the messenger's ids of those on duty
 * @param directory where the watchman's own tokens are
 * @param account that speaks for it; not the hub's
 */
public record WatchConfig(
    URI hub,
    Duration every,
    Duration after,
    Duration again,
    List<String> people,
    Path directory,
    ZaloAccount account) {
  public WatchConfig {
    people = List.copyOf(people);
  }

  /** Holds ids of people: prints none of them. */
  @Override
  public String toString() {
    return "WatchConfig[hub=" + hub + ", people=" + people.size() + "]";
  }
}
