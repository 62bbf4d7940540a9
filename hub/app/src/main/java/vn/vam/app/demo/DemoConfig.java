package vn.vam.app.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.app.config.HubConfig;
import vn.vam.app.config.SourceConfig;
import vn.vam.app.config.StoreConfig;
import vn.vam.app.config.ZaloSettings;
import vn.vam.core.citizen.ChatPace;
import vn.vam.core.citizen.ChatSettings;
import vn.vam.core.citizen.Quiet;
import vn.vam.core.dossier.FollowRules;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.operator.CallStep;
import vn.vam.core.operator.Operator;
import vn.vam.core.operator.Operators;
import vn.vam.core.place.Locality;
import vn.vam.core.quality.QualityLimits;
import vn.vam.core.reading.CameraEventType;
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
import vn.vam.core.station.StationTraits;
import vn.vam.dossier.DossierConfig;
import vn.vam.feeds.FeedsConfig;
import vn.vam.feeds.LocalitiesFile;
import vn.vam.feeds.NewsSource;
import vn.vam.feeds.Source;
import vn.vam.mqtt.paho.PahoConfig;
import vn.vam.payloads.camera.CameraSettings;
import vn.vam.payloads.camera.EventTypes;
import vn.vam.payloads.camera.Plates;
import vn.vam.payloads.mapping.Mapping;
import vn.vam.sim.fleet.Fleet;
import vn.vam.sim.town.TownSimulator;
import vn.vam.sqlite.log.LogConfig;

/** The configuration of the demo: the fleet's own stations, rules that act within seconds. */
final class DemoConfig {
  /**
   * A LoRaWAN probe for those who want to publish an uplink by hand: its EUI is that of
   * ChirpStack's documentation.
   */
  private static final String LORA_DEVICE = "0101010101010101";

  private static final StationId LORA_STATION = new StationId("xuan-hoa");
  static final String OPERATOR = "u2";
  static final String OPERATOR_NAME = "Trực ban";
  private static final Duration FEED_EVERY = Duration.ofSeconds(30);
  private static final Duration HOLD = Duration.ofSeconds(5);
  private static final Duration STALE_AFTER = Duration.ofMinutes(10);
  private static final int RECEIVE_MAXIMUM = 4_000;

  /** The office's hours take minutes there. */
  private static final FollowRules FOLLOW =
      new FollowRules(Duration.ofSeconds(5), 5, 1_000, Duration.ofDays(180));

  private DemoConfig() {}

  static HubConfig of(
      DemoOptions options,
      int hubPort,
      StoreConfig store,
      ZaloSettings zalo,
      URI office,
      TownSimulator town) {
    return new HubConfig(
        sources(),
        registry(),
        options.data().resolve("hub"),
        options.mqttPort(),
        LogConfig.in(options.data().resolve("hub").resolve("log")),
        Optional.empty(),
        store,
        rules(),
        citizens(),
        operators(),
        Optional.of(zalo),
        Optional.of(DossierConfig.at(office)),
        FOLLOW,
        feeds(town),
        new HubConfig.ConsoleConfig("127.0.0.1", hubPort, STALE_AFTER, LatestReadings.EVENT_IDLE));
  }

  private static FeedsConfig feeds(TownSimulator town) {
    return new FeedsConfig(
        List.of(
            new NewsSource(
                new Source("news-town", town.at("/tin/rss.xml"), FEED_EVERY), List.of())),
        Optional.of(
            new FeedsConfig.BusConfig(
                Optional.of(new Source("bus", town.at("/xebuyt/gtfs.zip"), FEED_EVERY)),
                Optional.of(new Source("bus-csv", town.at("/xebuyt/bang-gio.csv"), FEED_EVERY)),
                List.of(
                    new Source("bus-realtime", town.at("/xebuyt/cap-nhat.pb"), FEED_EVERY),
                    new Source("bus-vehicles", town.at("/xebuyt/vi-tri.pb"), FEED_EVERY),
                    new Source("bus-alerts", town.at("/xebuyt/thong-bao.pb"), FEED_EVERY)))),
        Optional.of(new Source("places", town.at("/diadiem.geojson"), FEED_EVERY)),
        Optional.of(new Source("schools", town.at("/truonghoc.geojson"), FEED_EVERY)),
        Optional.of(new Source("sluices", town.at("/cong.geojson"), FEED_EVERY)),
        FeedsConfig.USUAL_DEADLINE);
  }

  /** Limits of citizens hold as long as the demo's own rules, and programs may talk to it. */
  private static ChatSettings citizens() {
    return new ChatSettings(
        LimitRules.USUAL.withHolds(Duration.ofSeconds(5)),
        Quiet.NEVER,
        Optional.empty(),
        Optional.empty(),
        TryLimits.USUAL,
        true,
        ChatSettings.USUAL_STORM,
        places(),
        new ChatPace(300, 3_000));
  }

  private static List<Locality> places() {
    try (InputStream in = DemoConfig.class.getResourceAsStream("/places.geojson")) {
      return LocalitiesFile.read(requireNonNull(in).readAllBytes()).places();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<SourceConfig> sources() {
    return List.of(
        source("native", "native", "vam/v1/salinity/+", "vam/v1/traffic/+", "vam/v1/camera/+"),
        source("lora", "chirpstack", "application/+/device/+/event/+"),
        source(
            "frigate",
            "frigate",
            seeing(
                "zone:lan-dung-khan-cap", CameraEventType.STOPPED_VEHICLE,
                "zone:lan-nguoc-chieu", CameraEventType.WRONG_WAY),
            "frigate/events"),
        source(
            "onvif",
            "onvif",
            seeing(
                "rule:TaiNan", CameraEventType.ACCIDENT, "rule:UnTac", CameraEventType.CONGESTION),
            "cam-ap-bac-1/onvif-ej/#"));
  }

  /** What zones and rules of these cameras mean. */
  private static CameraSettings seeing(
      String one, CameraEventType what, String other, CameraEventType that) {
    return new CameraSettings(
        EventTypes.STANDARD.with(Map.of(one, what, other, that)), Plates.DROPPED);
  }

  private static SourceConfig source(String id, String format, String... filters) {
    return source(id, format, CameraSettings.USUAL, filters);
  }

  private static SourceConfig source(
      String id, String format, CameraSettings cameras, String... filters) {
    return new SourceConfig(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "vam-demo-" + id,
        List.of(filters),
        format,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Mapping.NONE,
        cameras,
        RECEIVE_MAXIMUM,
        Duration.ofDays(1),
        PahoConfig.KEEP_ALIVE,
        Optional.empty(),
        Optional.empty());
  }

  static Registry registry() {
    List<Station> stations = new ArrayList<>();
    List<Device> devices = new ArrayList<>();
    for (vn.vam.sim.fleet.Station simulated : Fleet.stations()) {
      Station station = station(simulated);
      stations.add(station);
      simulated
          .devices()
          .forEach(id -> devices.add(new Device(new DeviceId(id), station.id(), station.kind())));
    }
    devices.add(new Device(new DeviceId(LORA_DEVICE), LORA_STATION, Kind.SALINITY));
    return new Registry(stations, devices);
  }

  /** The model's tides run many times as fast as any river's: here no step is too large. */
  private static final Map<Quantity, QualityLimits> HASTY =
      Stream.of(Quantity.SALINITY, Quantity.EC25, Quantity.EC, Quantity.TEMPERATURE, Quantity.LEVEL)
          .collect(Collectors.toMap(quantity -> quantity, quantity -> anyStep()));

  private static QualityLimits anyStep() {
    return new QualityLimits(
        Optional.empty(), Optional.empty(), Optional.of(1e6), Optional.of(1e6), Optional.empty());
  }

  private static Station station(vn.vam.sim.fleet.Station simulated) {
    return new Station(
        new StationId(simulated.id()),
        simulated.name(),
        kind(simulated.kind()),
        simulated.aliases(),
        Optional.of(new Position(simulated.lat(), simulated.lon())),
        simulated.riverKm().isPresent()
            ? Optional.of(simulated.riverKm().getAsDouble())
            : Optional.empty(),
        List.of(),
        new StationTraits(HASTY, Optional.empty()));
  }

  private static Kind kind(vn.vam.sim.fleet.Kind kind) {
    return switch (kind) {
      case SALINITY -> Kind.SALINITY;
      case TRAFFIC -> Kind.TRAFFIC;
      case CAMERA -> Kind.CAMERA;
    };
  }

  /** Somebody who looks after the alerts, on a phone of their own. */
  private static Operators operators() {
    return new Operators(
        List.of(
            new Operator(
                OPERATOR_NAME, Optional.of(OPERATOR), Optional.of("truc-ban"), Set.of("duty"))),
        List.of(new CallStep(Duration.ZERO, Set.of("duty"))));
  }

  private static List<Rule> rules() {
    return List.of(
        rule(
            "salt-for-durian",
            0.5,
            0.4,
            Severity.WATCH,
            "vi/salt-for-durian",
            "xuan-hoa",
            "my-tho"),
        rule("salt-danger", 2, 1.5, Severity.DANGER, "vi/salt-danger", "vam-giong"));
  }

  private static Rule rule(
      String id, double raise, double clear, Severity severity, String text, String... stations) {
    return new Rule(
        new RuleId(id),
        Quantity.SALINITY,
        Set.of(stations).stream().map(StationId::new).collect(Collectors.toSet()),
        new Level.Above(raise),
        HOLD,
        new Level.Below(clear),
        HOLD,
        severity,
        text,
        STALE_AFTER);
  }

  static StoreConfig embeddedStore(Path data) {
    return new StoreConfig.Embedded(data.resolve("points.db"));
  }
}
