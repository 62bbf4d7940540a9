package vn.vam.app.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.random.RandomGenerator;
import vn.vam.app.config.HubConfig;
import vn.vam.core.feed.Feeds;
import vn.vam.feeds.FeedsConfig;
import vn.vam.feeds.HttpFeeds;

/** News, buses, sights and schools, as far as the configuration names who publishes them. */
final class TownFeeds {
  private TownFeeds() {}

  static Feeds open(
      HubConfig config,
      Clock clock,
      RandomGenerator random,
      MeterRegistry metrics,
      Closing closing) {
    if (config.feeds().equals(FeedsConfig.NONE)) {
      return Feeds.NONE;
    }
    HttpFeeds.Listener count =
        (feed, outcome) ->
            metrics.counter("vam.feed.asked", "feed", feed, "outcome", outcome).increment();
    HttpFeeds feeds =
        new HttpFeeds(config.feeds(), config.data().resolve("feeds"), clock, random, count);
    return closing.add("feeds", feeds).feeds();
  }
}
