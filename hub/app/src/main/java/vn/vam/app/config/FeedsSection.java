package vn.vam.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.vam.feeds.FeedsConfig;
import vn.vam.feeds.FeedsConfig.BusConfig;
import vn.vam.feeds.NewsSource;
import vn.vam.feeds.Source;

/** Reads {@code feeds}. */
final class FeedsSection {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration SHORTEST_DEADLINE = Duration.ofMillis(100);
  private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(60);
  private static final Duration NEWS_EVERY = Duration.ofMinutes(10);
  private static final Duration SCHOOLS_EVERY = Duration.ofHours(1);
  private static final Duration SLUICES_EVERY = Duration.ofMinutes(5);
  private static final Duration REALTIME_EVERY = Duration.ofSeconds(30);
  private static final Duration SELDOM = Duration.ofHours(6);
  private static final String PICTURE_HOSTS = "picture_hosts: [cdn.example.vn]";
  private static final String NEWS_EXAMPLE =
      "news: [ { id: province, url: https://host/rss.xml, every: 10m } ]";

  private FeedsSection() {}

  static FeedsConfig read(ConfigNode feeds) {
    feeds.only("deadline", "news", "bus", "places", "schools", "sluices");
    return new FeedsConfig(
        news(feeds.at("news")),
        feeds.maybe("bus").map(FeedsSection::bus),
        feeds.maybe("places").map(node -> whole(node, "places", SELDOM)),
        feeds.maybe("schools").map(node -> whole(node, "schools", SCHOOLS_EVERY)),
        feeds.maybe("sluices").map(node -> whole(node, "sluices", SLUICES_EVERY)),
        feeds
            .at("deadline")
            .duration(
                FeedsConfig.USUAL_DEADLINE, SHORTEST_DEADLINE, LONGEST_DEADLINE, "deadline: 10s"));
  }

  private static List<NewsSource> news(ConfigNode node) {
    List<NewsSource> sources = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (ConfigNode item : node.items(NEWS_EXAMPLE)) {
      item.only("id", "url", "every", "picture_hosts");
      String id = item.at("id").id("id: province");
      if (!ids.add(id)) {
        item.at("id").complain("expected an id no other source of news has", "id: province-2");
      }
      sources.add(
          pictured(
              source(item, "news-" + id, "url", "every", NEWS_EVERY), item.at("picture_hosts")));
    }
    if (sources.size() > FeedsConfig.MOST_NEWS) {
      node.complain("expected at most " + FeedsConfig.MOST_NEWS + " sources", NEWS_EXAMPLE);
    }
    return sources.subList(0, Math.min(sources.size(), FeedsConfig.MOST_NEWS));
  }

  private static NewsSource pictured(Source source, ConfigNode hosts) {
    List<String> entries =
        hosts.isPresent()
            ? hosts.items(PICTURE_HOSTS).stream().map(one -> one.text(PICTURE_HOSTS)).toList()
            : List.of();
    try {
      return new NewsSource(source, entries);
    } catch (IllegalArgumentException wrong) {
      hosts.complain(String.valueOf(wrong.getMessage()), PICTURE_HOSTS);
      return new NewsSource(source, List.of());
    }
  }

  private static Source whole(ConfigNode node, String id, Duration usual) {
    node.only("url", "every");
    return source(node, id, "url", "every", usual);
  }

  private static BusConfig bus(ConfigNode bus) {
    bus.only("gtfs", "csv", "every", "realtime", "vehicles", "alerts", "realtime_every");
    if (!bus.at("csv").isPresent() && !bus.at("gtfs").isPresent()) {
      bus.complain(
          "expected gtfs or csv, or both", "bus: { gtfs: https://host/gtfs.zip, every: 6h }");
    }
    return new BusConfig(
        bus.maybe("gtfs").map(gtfs -> source(bus, "bus", "gtfs", "every", SELDOM)),
        bus.maybe("csv").map(csv -> source(bus, "bus-csv", "csv", "every", SELDOM)),
        Stream.of("realtime", "vehicles", "alerts")
            .filter(where -> bus.at(where).isPresent())
            .map(where -> source(bus, "bus-" + where, where, "realtime_every", REALTIME_EVERY))
            .toList());
  }

  private static Source source(
      ConfigNode node, String id, String url, String every, Duration usual) {
    URI address = node.at(url).uri(ConfigNode.HTTP, url + ": https://host/path");
    Duration span = node.at(every).duration(usual, SHORTEST, LONGEST, every + ": 10m");
    return new Source(id, address, span);
  }
}
