package vn.vam.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import vn.vam.sim.town.TownConfig;
import vn.vam.sim.town.TownSimulator;

/**
 * Everything a hub asks, each behind a cable of its own and all of them in the same weather; the
 * messenger alone stays as it is. A turnstile stands before the hub's webhook.
 */
final class Outside {
  private static final List<String> FEEDS =
      List.of(
          "news-town",
          "bus",
          "bus-realtime",
          "bus-vehicles",
          "bus-alerts",
          "places",
          "schools",
          "sluices");

  final Servers servers;
  final Turnstile turnstile;
  private final Cable toBroker;
  private final Cable toStore;
  private final Cable toTown;
  private final Cable toPhotos;
  private final List<Cable> cables;
  private Weather weather = Weather.UP;

  private Outside(Path folder, Opened opened) {
    turnstile = opened.add(Turnstile.open());
    servers = Servers.startIn(folder, opened, turnstile::leadingTo);
    TownSimulator town = opened.add(TownSimulator.start(TownConfig.standard().withPort(0)));
    toBroker = opened.add(Cable.to(servers.broker.port()));
    toStore = opened.add(Cable.to(servers.influx.url().getPort()));
    toTown = opened.add(Cable.to(town.port()));
    toPhotos = opened.add(Cable.to(servers.office.port()));
    cables = List.of(toBroker, toStore, toTown, toPhotos, servers.cableToOffice);
  }

  /**
   * @param opened ends all of it
   */
  static Outside openIn(Path folder, Opened opened) {
    return new Outside(folder, opened);
  }

  /** The hub's configuration: it finds nothing but by these cables. */
  Path config() {
    return cabled(servers.config());
  }

  /**
   * The same with another way to the office.
   *
   * @param office what {@code dossier} says
   */
  Path configOf(String office) {
    return cabled(servers.configOf(office));
  }

  private Path cabled(Path base) {
    Path config = TownYaml.appendTo(base, toTown.port());
    try {
      String yaml =
          Files.readString(config)
              .replace(
                  "tcp://127.0.0.1:" + servers.broker.port(), "tcp://127.0.0.1:" + toBroker.port())
              .replace(servers.influx.url().toString(), "http://127.0.0.1:" + toStore.port())
              .replace(
                  "127.0.0.1:" + servers.zalo.port() + "' ]",
                  "127.0.0.1:" + toPhotos.port() + "' ]");
      return Files.writeString(config, yaml);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** A receipt that a citizen photographed, where the messenger keeps it. */
  URI photo(String code) {
    return URI.create("http://127.0.0.1:" + toPhotos.port() + "/phieu/" + code);
  }

  /** Returns when the hub has tried every source in that weather. */
  void turn(Weather next) {
    if (next == weather) {
      return;
    }
    Map<String, Double> before = tried(next);
    cables.forEach(cable -> next.over(cable));
    weather = next;
    until(
        tried ->
            FEEDS.stream()
                .allMatch(feed -> tried.getOrDefault(feed, 0.0) > before.getOrDefault(feed, 0.0)));
  }

  void untilEverySourceIsFresh() {
    until(tried -> FEEDS.stream().allMatch(feed -> tried.getOrDefault(feed, 0.0) > 0));
  }

  private void until(Predicate<Map<String, Double>> enough) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> tried(weather), enough);
  }

  /** How often the sources were asked with the outcome of that weather. */
  private Map<String, Double> tried(Weather next) {
    List<String> outcomes = next.isFine() ? List.of("fresh", "unchanged") : List.of("failed");
    return FEEDS.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                feed -> outcomes.stream().mapToDouble(outcome -> tried(feed, outcome)).sum()));
  }

  private double tried(String feed, String outcome) {
    return servers
        .door()
        .metric("vam_feed_asked_total", "feed=\"" + feed + "\"", "outcome=\"" + outcome + "\"");
  }
}
