package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.vam.sim.office.OfficeConfig;
import vn.vam.sim.office.OfficeSimulator;
import vn.vam.sim.zalo.Secret;
import vn.vam.sim.zalo.ZaloSimulator;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.testing.FreePort;
import vn.vam.testing.Http;
import vn.vam.testing.InfluxProcess;

/** Everything around a hub: real servers as child processes, simulators, and the hub's file. */
final class Servers {
  static final String APP_ID = "36084652489903967";
  static final String OA_SECRET = "oa-secret-of-this-test";

  private static final String APP_SECRET = "app-secret-of-this-test";
  private static final String REFRESH_TOKEN = "refresh-token-of-this-test";

  private final Path folder;
  private final int console = FreePort.next();
  final Mosquitto broker;
  final InfluxProcess influx;
  final ZaloSimulator zalo;
  final Cable cableToZalo;
  final OfficeSimulator office;
  final Cable cableToOffice;

  private Servers(Path folder, Opened opened, UnaryOperator<URI> way) {
    this.folder = folder;
    broker = opened.add(Mosquitto.startIn(folder));
    influx = opened.add(InfluxProcess.startIn(folder));
    zalo = opened.add(ZaloSimulator.start(platform(way)));
    cableToZalo = opened.add(Cable.to(zalo.port()));
    office = opened.add(OfficeSimulator.start(OfficeConfig.standard().withPort(0)));
    cableToOffice = opened.add(Cable.to(office.port()));
  }

  /**
   * @param opened ends them, also when one of them does not start
   */
  static Servers startIn(Path folder, Opened opened) {
    return startIn(folder, opened, UnaryOperator.identity());
  }

  /**
   * @param way from where the hub takes webhooks to where the platform sends them
   */
  static Servers startIn(Path folder, Opened opened, UnaryOperator<URI> way) {
    return new Servers(folder, opened, way);
  }

  private ZaloSimulatorConfig platform(UnaryOperator<URI> way) {
    return ZaloSimulatorConfig.of(
            way.apply(door().at("/webhooks/zalo")),
            APP_ID,
            new Secret(APP_SECRET),
            "388613280879808645",
            new Secret(OA_SECRET))
        .withAddress("127.0.0.1", 0)
        .withInitialTokens(Optional.empty(), Optional.of(new Secret(REFRESH_TOKEN)));
  }

  /**
   * The hub's configuration, with every address filled in and the secrets in files of their own.
   */
  Path config() {
    return configOf(
        "{ url: 'http://127.0.0.1:%d', follow: { every: 1s } }".formatted(cableToOffice.port()));
  }

  /**
   * The same with another way to the office.
   *
   * @param office what {@code dossier} says
   */
  Path configOf(String office) {
    try {
      Files.writeString(folder.resolve("app_secret"), APP_SECRET);
      Files.writeString(folder.resolve("oa_secret"), OA_SECRET + "\n");
      Files.writeString(folder.resolve("refresh_token"), REFRESH_TOKEN);
      return Files.writeString(folder.resolve("hub.yaml"), HubYaml.with(places(office)));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Map<String, Object> places(String office) {
    return Map.of(
        "broker",
        broker.port(),
        "influx",
        influx.url(),
        "folder",
        folder,
        "zalo",
        "http://127.0.0.1:" + cableToZalo.port(),
        "photos",
        "127.0.0.1:" + zalo.port(),
        "office",
        office,
        "console",
        console);
  }

  /**
   * Somebody else renews the hub's tokens, so that its own are dead: what they hold is the only
   * pair that works.
   */
  void tokensAreTakenAway() {
    JsonObject tokens =
        new JsonObject(Http.get(zalo.baseUri().resolve("/_sim/state")).body())
            .getJsonObject("tokens");
    HttpRequest request =
        HttpRequest.newBuilder(zalo.baseUri().resolve("/v4/oa/access_token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("secret_key", APP_SECRET)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=refresh_token&app_id=%s&refresh_token=%s"
                        .formatted(APP_ID, tokens.getJsonObject("refresh").getString("token"))))
            .build();
    assertThat(Http.send(request).body()).contains("access_token");
  }

  Field field() {
    return new Field(broker.port());
  }

  Door door() {
    return new Door(console);
  }

  Phone phone() {
    return new Phone(zalo.baseUri(), "u1");
  }

  /** Lines of comma separated values, as Debian's own client of InfluxDB prints them. */
  String influxClient(String influxQl) {
    return Program.run(
        "influx",
        "-host",
        "127.0.0.1",
        "-port",
        Integer.toString(influx.url().getPort()),
        "-database",
        "vam",
        "-execute",
        influxQl,
        "-format",
        "csv");
  }
}
