package vn.vam.app.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code store.downsample}. */
final class TiersSection {
  private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);
  private static final int MOST_TIERS = 5;
  private static final String EXAMPLE = "downsample: [ { every: 1h, keep: 3650d } ]";

  private TiersSection() {}

  static List<StoreConfig.Tier> read(ConfigNode store, Optional<Duration> retention) {
    List<StoreConfig.Tier> tiers = new ArrayList<>();
    Set<Duration> windows = new HashSet<>();
    for (ConfigNode item : store.at("downsample").items(EXAMPLE)) {
      StoreConfig.Tier tier = tier(item.only("every", "keep"));
      if (!windows.add(tier.every()) && item.at("every").isPresent()) {
        item.at("every").complain("expected a window no other entry has", "every: 1d");
      }
      if (retention.isPresent() && retention.get().compareTo(tier.every().multipliedBy(2)) < 0) {
        item.at("every")
            .complain(
                "expected at most half of store.retention: a window is summed up once it is over",
                "every: 1h");
      }
      tiers.add(tier);
    }
    if (tiers.size() > MOST_TIERS) {
      store.at("downsample").complain("expected at most " + MOST_TIERS + " entries", EXAMPLE);
    }
    return tiers;
  }

  private static StoreConfig.Tier tier(ConfigNode item) {
    if (!item.at("every").isPresent()) {
      item.at("every").complain("expected a time span, found nothing", "every: 1h");
    }
    Duration every =
        item.at("every").duration(LONGEST_WINDOW, SHORTEST_WINDOW, LONGEST_WINDOW, "every: 1h");
    return new StoreConfig.Tier(
        every, "every_" + Durations.written(every), StoreSection.retention(item, "keep"));
  }
}
