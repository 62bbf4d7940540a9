package vn.vam.app.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.ConfigReader;
import vn.vam.app.endtoend.Cable;
import vn.vam.app.endtoend.HubHere;
import vn.vam.app.hub.Hub;
import vn.vam.core.citizen.AlertText;
import vn.vam.payloads.Formats;
import vn.vam.sim.office.OfficeConfig;
import vn.vam.sim.office.OfficeSimulator;
import vn.vam.sim.town.TownConfig;
import vn.vam.sim.town.TownSimulator;
import vn.vam.sim.zalo.Secret;
import vn.vam.sim.zalo.ZaloSimulator;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.testing.FreePort;

/**
 * A small province: hub, messenger, office, town, and devices that say what a test lets them say.
 */
final class Province implements AutoCloseable {
  private static final String OA_SECRET = "oa-secret-of-this-test";
  private static final String APP_SECRET = "app-secret-of-this-test";
  private static final String REFRESH_TOKEN = "refresh-token-of-this-test";
  private static final int QOS = 1;
  private static final String USUAL_STORE = "{ kind: embedded }";

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final int consolePort = FreePort.next();
  private final int brokerPort = FreePort.next();
  final Hub hub;
  final ZaloSimulator zalo;
  final Cable toMessenger;
  final OfficeSimulator office;
  final TownSimulator town;
  final MoodyStore store;
  private final ConfigReader reader;
  private final Path config;
  private final MqttClient field;

  private Province(Path folder, boolean isMoody) throws IOException, BadConfig, MqttException {
    store = open(MoodyStore.start());
    office = open(OfficeSimulator.start(OfficeConfig.standard().withPort(0)));
    town = open(TownSimulator.start(TownConfig.standard().withPort(0)));
    zalo = open(ZaloSimulator.start(platform()));
    toMessenger = open(Cable.to(zalo.port()));
    reader = reader(folder);
    config = config(folder, isMoody ? store.settings() : USUAL_STORE);
    hub = open(HubHere.start(reader.read(config), Clock.systemUTC()));
    String broker = "tcp://127.0.0.1:" + brokerPort;
    field = new MqttClient(broker, "field", new MemoryPersistence());
    field.connect();
    parts.push(field::close);
    parts.push(field::disconnect);
  }

  /**
   * Returns when the hub is ready.
   *
   * @param isMoody whether it keeps its readings in a {@link MoodyStore}
   */
  static Province startIn(Path folder, boolean isMoody)
      throws IOException, BadConfig, MqttException {
    return new Province(folder, isMoody);
  }

  private <T extends AutoCloseable> T open(T part) {
    parts.push(part);
    return part;
  }

  private ZaloSimulatorConfig platform() {
    return ZaloSimulatorConfig.of(
            URI.create("http://127.0.0.1:" + consolePort + "/webhooks/zalo"),
            "36084652489903967",
            new Secret(APP_SECRET),
            "388613280879808645",
            new Secret(OA_SECRET))
        .withAddress("127.0.0.1", 0)
        .withOffice(officePage())
        .withInitialTokens(Optional.empty(), Optional.of(new Secret(REFRESH_TOKEN)));
  }

  private ConfigReader reader(Path folder) {
    Map<String, String> environment =
        Map.of(
            "FOLDER",
            folder.toString(),
            "ZALO",
            "http://127.0.0.1:" + toMessenger.port(),
            "PHOTOS",
            zalo.baseUri().getAuthority(),
            "OFFICE",
            officePage().toString(),
            "APP_SECRET",
            APP_SECRET,
            "OA_SECRET",
            OA_SECRET,
            "REFRESH_TOKEN",
            REFRESH_TOKEN);
    return new ConfigReader(
        new TreeSet<>(Formats.names()), new TreeSet<>(AlertText.keys()), environment);
  }

  /** Placeholders stand for text; numbers are written in. */
  private Path config(Path folder, String readings) throws IOException {
    try (InputStream in = Province.class.getResourceAsStream("/browser/hub.yaml")) {
      String yaml =
          new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
              .replace("{broker}", Integer.toString(brokerPort))
              .replace("{town}", Integer.toString(town.port()))
              .replace("{console}", Integer.toString(consolePort))
              .replace("{store}", readings);
      return Files.writeString(folder.resolve("hub.yaml"), yaml);
    }
  }

  URI console() {
    return URI.create("http://127.0.0.1:" + consolePort + "/");
  }

  URI phone() {
    return zalo.baseUri().resolve("/");
  }

  URI officePage() {
    return URI.create("http://127.0.0.1:" + office.port());
  }

  void publish(String topic, String message) {
    try {
      field.publish(topic, message.getBytes(UTF_8), QOS, false);
    } catch (MqttException refused) {
      throw new AssertionError("the broker did not take a message for " + topic, refused);
    }
  }

  void measures(String device, double salinity, Instant at) {
    publish(
        "vam/v1/salinity/" + device,
        "{\"time\":\"%s\",\"salinity_gl\":%s,\"temperature_c\":28.1}".formatted(at, salinity));
  }

  /** The salt has been there for two seconds, longer than the rules wait. */
  void salts(String device, double salinity) {
    measures(device, salinity, Instant.now().minusSeconds(2));
    measures(device, salinity, Instant.now());
  }

  void fillsARoadAndFloodsAnother() {
    publish(
        "vam/v1/traffic/cau-my-loi-1",
        "{\"lane\":\"1\",\"count\":40,\"interval_s\":60,\"speed_kmh\":11}");
    publish(
        "vam/v1/camera/cho-go-cong-1",
        "{\"event_id\":\"f1\",\"type\":\"flood\",\"phase\":\"new\",\"score\":0.9}");
  }

  /** The station leaves the configuration while the hub runs. */
  void forgets(String station) throws IOException {
    hub.watch(config, reader);
    Files.writeString(
        config,
        Files.readString(config)
            .replaceAll("  - \\{ id: " + station + ",.*\n", "")
            .replaceAll("  - .*station: " + station + " }\n", "")
            .replace(", " + station + "]", "]"));
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
