package vn.vam.runtime.web;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Observation;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.runtime.Addresses;
import vn.vam.testing.Alerts;

/** The console with a lively day behind it, to look at: {@code main [port]}. */
final class ConsoleOverFakeData {
  private static final Map<String, Double> LEVELS =
      Map.of(
          "vam-kenh", 24.6,
          "hoa-binh", 12.4,
          "vam-giong", 8.3,
          "an-dinh", 4.6,
          "xuan-hoa", 4.2,
          "my-tho", 1.7,
          "dong-tam", 0.8,
          "xoai-hot", 0.38);

  private final FakeHub hub = new FakeHub();
  private final Random random = new Random(7);
  private long batch;

  public static void main(String[] arguments) {
    new ConsoleOverFakeData().run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080);
  }

  private void run(int port) {
    hub.clock = Clock.systemUTC();
    hub.stations = stations();
    hub.rules =
        List.of(
            FakeHub.saltRule("salt-for-durian", 0.5, 0.4, Severity.WATCH, "my-tho", "dong-tam"),
            FakeHub.saltRule("salt-at-the-sluice", 4, 3, Severity.DANGER, "xuan-hoa", "an-dinh"));
    hub.store.answer(this::series);
    fill();
    Vertx vertx = Vertx.vertx();
    System.out.println("http://127.0.0.1:" + hub.open(vertx, port).port());
    vertx.setPeriodic(1_000, timer -> tick(vertx));
    vertx.setTimer(1_500, timer -> cameraEvent(vertx));
  }

  private static List<Station> stations() {
    return List.of(
        FakeHub.station("vam-kenh", "Vàm Kênh", Kind.SALINITY, 10.27398, 106.73702, 2.0),
        FakeHub.station("hoa-binh", "Hòa Bình", Kind.SALINITY, 10.29025, 106.59239, 18.0),
        FakeHub.station("vam-giong", "Cống Vàm Giồng", Kind.SALINITY, 10.30214, 106.54872, 23.0),
        FakeHub.station("an-dinh", "An Định", Kind.SALINITY, 10.31226, 106.42922, 36.0),
        FakeHub.station("xuan-hoa", "Xuân Hòa", Kind.SALINITY, 10.33656, 106.41029, 42.0),
        FakeHub.station("my-tho", "Mỹ Tho", Kind.SALINITY, 10.34689, 106.34699, 46.0),
        FakeHub.station("dong-tam", "Đồng Tâm", Kind.SALINITY, 10.32983, 106.33437, 50.0),
        FakeHub.station("xoai-hot", "Cầu Xoài Hột", Kind.SALINITY, 10.34, 106.30, 51.0),
        FakeHub.station("phu-phong", "Cầu Phú Phong", Kind.SALINITY, 10.31, 106.19, 64.0),
        FakeHub.station("cau-my-loi", "Cầu Mỹ Lợi", Kind.TRAFFIC, 10.4417, 106.5716, null),
        FakeHub.station(
            "nga-tu-trung-luong", "Ngã tư Trung Lương", Kind.TRAFFIC, 10.39, 106.35, null),
        FakeHub.station("ben-pha", "Bến phà Rạch Miễu", Kind.CAMERA, 10.343, 106.361, null),
        FakeHub.station("cho-go-cong", "Chợ Gò Công", Kind.CAMERA, 10.365, 106.672, null));
  }

  private void fill() {
    Instant now = hub.clock.instant();
    for (int minute = 60; minute >= 0; minute -= 5) {
      for (Map.Entry<String, Double> level : LEVELS.entrySet()) {
        boolean old = level.getKey().equals("xoai-hot");
        Instant at = now.minus(Duration.ofMinutes(old ? minute + 140 : minute));
        take(level.getKey(), Quantity.SALINITY, level.getValue() * (1 - minute / 400.0), at);
        take(level.getKey(), Quantity.TEMPERATURE, 28.1, at);
        take(level.getKey(), Quantity.BATTERY, 3.61, at);
      }
    }
    traffic(now);
    alerts(now);
    for (int i = 0; i < 60; i++) {
      messages(now.minusSeconds(60 - i));
    }
  }

  private void traffic(Instant now) {
    take("cau-my-loi", Quantity.COUNT, 38 + random.nextInt(8), now);
    take("cau-my-loi", Quantity.CLASS_MOTORCYCLE, 30, now);
    take("cau-my-loi", Quantity.OCCUPANCY, 14, now);
    take("cau-my-loi", Quantity.SPEED, 44, now);
    take("nga-tu-trung-luong", Quantity.COUNT, 71 + random.nextInt(9), now);
    take("nga-tu-trung-luong", Quantity.CLASS_MOTORCYCLE, 52, now);
    take("nga-tu-trung-luong", Quantity.OCCUPANCY, 31, now);
    take("nga-tu-trung-luong", Quantity.SPEED, 19, now);
  }

  private void alerts(Instant now) {
    hub.desk.put(
        alert("A-1039", "salt-for-durian", "dong-tam", Severity.WATCH, AlertState.CLEARED, now));
    hub.desk.put(
        alert("A-1041", "salt-for-durian", "my-tho", Severity.WATCH, AlertState.RAISED, now));
    hub.desk.act("A-1041", new OperatorAction.Acknowledge(), "Chị Lan", now);
    hub.desk.put(
        alert("A-1042", "salt-at-the-sluice", "xuan-hoa", Severity.DANGER, AlertState.RAISED, now));
    hub.desk.put(
        alert("A-1043", "salt-for-durian", "dong-tam", Severity.WATCH, AlertState.RAISED, now));
  }

  private static Alert alert(
      String number,
      String rule,
      String station,
      Severity severity,
      AlertState state,
      Instant now) {
    Instant since = now.minus(Duration.ofMinutes(7));
    return Alerts.alert(
        number,
        new RuleId(rule),
        new StationId(station),
        severity,
        state,
        since,
        state == AlertState.CLEARED ? Optional.of(since) : Optional.empty(),
        LEVELS.getOrDefault(station, 1.0) * 0.98,
        Optional.empty());
  }

  private void messages(Instant now) {
    DeviceId device = new DeviceId("xuan-hoa-1");
    Reading reading =
        new Reading.Measured(
            device, new StationId("xuan-hoa"), Quantity.SALINITY, 4.2, Quality.PASS, now);
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      entries.add(
          entry(
              "native",
              "vam/v1/salinity/xuan-hoa-1",
              now,
              new Outcome.Accepted(device, List.of(reading), new Identity.DeviceTime(), 0)));
    }
    if (now.getEpochSecond() % 9 == 0) {
      entries.add(rejection(now));
    }
    if (now.getEpochSecond() % 15 == 0) {
      entries.add(
          entry(
              "native",
              "vam/v1/salinity/xuan-hoa-1",
              now,
              new Outcome.Ignored(Optional.of(device), "retained")));
    }
    entries.forEach(entry -> hub.books.receive(entry.message().source()));
    LogBatch logged = new LogBatch(++batch, entries);
    hub.books.log(logged);
    hub.rejected.take(logged);
    hub.books.store(entries.subList(0, 20), 40, 0);
  }

  private LogEntry rejection(Instant now) {
    return switch (random.nextInt(4)) {
      case 0 ->
          refused(
              "native",
              "vam/v1/salinity/xuan-hoa-1",
              RejectReason.MALFORMED_JSON,
              Optional.empty(),
              "unexpected end of text at column 19",
              now);
      case 1 ->
          refused(
              "native",
              "vam/v1/salinity/go-cat-9",
              RejectReason.UNKNOWN_DEVICE,
              Optional.empty(),
              "go-cat-9 is not in the configuration",
              now);
      case 2 ->
          refused(
              "chirpstack",
              "application/5/device/24e124126a148401/event/up",
              RejectReason.BAD_FIELD,
              Optional.of("object.salinity"),
              "must be a number from 0 to 40, was 412",
              now);
      default ->
          refused(
              "native",
              "vam/v1/traffic/cau-my-loi-1",
              RejectReason.NO_MEASURED_FIELD,
              Optional.of("count"),
              "no readable number is left",
              now);
    };
  }

  private static LogEntry refused(
      String source,
      String topic,
      RejectReason reason,
      Optional<String> field,
      String detail,
      Instant now) {
    return entry(source, topic, now, new Outcome.Rejected(Optional.empty(), reason, field, detail));
  }

  private static LogEntry entry(String source, String topic, Instant now, Outcome outcome) {
    RawMessage message =
        new RawMessage(source, source + "-1", topic, Payload.ofText("{}"), false, now);
    return new LogEntry(message, outcome, IdentityKey.of(message, new Identity.None()));
  }

  private void take(String station, Quantity quantity, double value, Instant at) {
    hub.latest.take(new Observation(new StationId(station), quantity, value, Quality.PASS, at));
  }

  private void tick(Vertx vertx) {
    Instant now = hub.clock.instant();
    messages(now);
    traffic(now);
    LEVELS.forEach((station, level) -> publish(vertx, station, level, now));
    vertx
        .eventBus()
        .publish(
            Addresses.LIVE_BOOKS,
            ApiJson.books(hub.books.page(), hub.desk.counts(), hub.parts(0).deliveries().get()));
  }

  private void publish(Vertx vertx, String station, double level, Instant now) {
    if (station.equals("xoai-hot")) {
      return;
    }
    double value = Math.round(level * (1 + random.nextGaussian() * 0.01) * 100) / 100.0;
    Observation observation =
        new Observation(new StationId(station), Quantity.SALINITY, value, Quality.PASS, now);
    hub.latest.take(observation);
    vertx.eventBus().publish(Addresses.LIVE_READING, ApiJson.reading(observation, FakeHub.ZONE));
  }

  private void cameraEvent(Vertx vertx) {
    Reading.CameraEvent event =
        new Reading.CameraEvent(
            new DeviceId("ben-pha-1"),
            new StationId("ben-pha"),
            "e-17",
            CameraEventType.VEHICLE,
            CameraPhase.NEW,
            Optional.of(0.91),
            Optional.of("lối lên phà"),
            Quality.PASS,
            hub.clock.instant());
    hub.latest.take(event);
    vertx
        .eventBus()
        .publish(
            Addresses.LIVE_READING,
            ApiJson.reading(
                hub.latest.lastEvent(event.station()).orElseThrow(),
                hub.latest.hazard(event.station(), hub.clock.instant()),
                1,
                hub.clock.instant(),
                FakeHub.ZONE));
  }

  private List<Sample> series(SeriesQuery query) {
    double level = LEVELS.getOrDefault(query.station().id().value(), 0.0);
    if (level == 0 && query.station().kind() == Kind.SALINITY) {
      return List.of();
    }
    Duration every = query.every().orElse(Duration.ofMinutes(1));
    List<Sample> samples = new ArrayList<>();
    for (Instant at = query.from(); at.isBefore(query.to()); at = at.plus(every)) {
      if (query.station().kind() != Kind.CAMERA || random.nextInt(6) == 0) {
        samples.add(new Sample(at, value(level, at), Optional.empty(), Optional.empty()));
      }
    }
    return samples;
  }

  private double value(double level, Instant at) {
    double hours = Duration.between(at, hub.clock.instant()).toMillis() / 3.6e6;
    double tide =
        Math.cos(hours / 12.42 * 2 * Math.PI) + 0.5 * Math.cos(hours / 23.93 * 2 * Math.PI);
    double base = level == 0 ? 40 : level;
    return base * (0.74 + 0.26 * tide / 1.5) * (1 + random.nextGaussian() * 0.02);
  }
}
