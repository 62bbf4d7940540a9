package vn.vam.runtime.web;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.live.RejectedShelf;
import vn.vam.core.notify.Outbox.OutboxCounts;
import vn.vam.core.notify.ParkedMessage;
import vn.vam.core.operator.Operators;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.runtime.flow.Replays;

/** A hub behind the door that does whatever a test says. */
final class FakeHub {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");

  final FakeStore store = new FakeStore();
  final FakeDesk desk = new FakeDesk();
  final FakeTrail told = new FakeTrail();
  final LatestReadings latest = new LatestReadings(Duration.ofMinutes(30));
  final RejectedShelf rejected = new RejectedShelf();
  final Books books = new Books(BooksPage.empty());
  final List<String> waiting = new ArrayList<>();
  final List<String> troubles = new ArrayList<>();
  Replays replays = ids -> List.of();
  Clock clock = Clock.fixed(NOON, ZONE);
  Webhook webhook = (body, signature) -> new Webhook.Receipt.Taken();
  List<Station> stations =
      List.of(
          station("xuan-hoa", "Xuân Hòa", Kind.SALINITY, 10.33656, 106.41029, 42.0),
          station("cau-my-loi", "Cầu Mỹ Lợi", Kind.TRAFFIC, 10.4417, 106.5716, null),
          station("ben-pha", "Bến phà Rạch Miễu", Kind.CAMERA, 10.343, 106.361, null));
  List<Rule> rules =
      new ArrayList<>(List.of(saltRule("salt-for-durian", 0.5, 0.4, Severity.WATCH, "xuan-hoa")));
  private final List<Vertx> running = new ArrayList<>();

  static Station station(
      String id, String name, Kind kind, double lat, double lon, @Nullable Double km) {
    return new Station(
        new StationId(id),
        name,
        kind,
        List.of(),
        Optional.of(new Position(lat, lon)),
        Optional.ofNullable(km));
  }

  static Rule saltRule(
      String id, double above, double below, Severity severity, String... stations) {
    return new Rule(
        new RuleId(id),
        Quantity.SALINITY,
        Set.of(stations).stream().map(StationId::new).collect(Collectors.toSet()),
        new Level.Above(above),
        Duration.ofMinutes(30),
        new Level.Below(below),
        Duration.ofHours(2),
        severity,
        "vi/" + id,
        Duration.ofHours(1));
  }

  Operators operators = Operators.NONE;
  final List<ParkedMessage> parked = new ArrayList<>();

  WebParts parts(int port) {
    List<Device> devices =
        stations.stream()
            .map(
                station ->
                    new Device(new DeviceId(station.id() + "-1"), station.id(), station.kind()))
            .toList();
    return new WebParts(
        "127.0.0.1",
        port,
        ZONE,
        "vam.example",
        clock,
        () -> new Registry(stations, devices),
        latest,
        rejected,
        replays,
        rules,
        store,
        desk,
        desk,
        told,
        operators,
        books::page,
        () -> new OutboxCounts(1, 7, 6, 0, 0),
        () -> parked,
        Optional::empty,
        Readiness.of(() -> List.copyOf(waiting), () -> List.copyOf(troubles)),
        () -> "vam_messages_total{source=\"native\"} 3\n",
        webhook);
  }

  /** Opens the door and returns once it listens. */
  Door open() {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    running.add(vertx);
    return open(vertx, 0);
  }

  Door open(Vertx vertx, int port) {
    WebVerticle web = new WebVerticle(parts(port));
    vertx
        .deployVerticle(web)
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
    return new Door(vertx, web.port());
  }

  void close() {
    running.forEach(vertx -> vertx.close().toCompletionStage().toCompletableFuture().join());
  }
}
