package vn.vam.app.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.vam.app.config.ConsentConfig;
import vn.vam.app.config.HubConfig;
import vn.vam.app.config.StoreConfig;
import vn.vam.app.config.WaysConfig;
import vn.vam.app.config.ZaloAccount;
import vn.vam.app.config.ZaloSettings;
import vn.vam.app.hub.Hub;
import vn.vam.app.hub.RoomToStart;
import vn.vam.core.secret.Secret;
import vn.vam.influxdb.InfluxConfig;
import vn.vam.runtime.web.ApiJson;
import vn.vam.sim.fleet.Fleet;
import vn.vam.sim.fleet.FleetConfig;
import vn.vam.sim.office.OfficeConfig;
import vn.vam.sim.office.OfficeSimulator;
import vn.vam.sim.town.TownConfig;
import vn.vam.sim.town.TownSimulator;
import vn.vam.sim.zalo.ZaloSimulator;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.zalo.RequestRate;
import vn.vam.zalo.photo.PhotoHosts;

/**
 * The main job on one machine: simulators publish and chat, the hub does the rest, and the end
 * shows the books.
 */
public final class Demo {
  private static final String MARKER = "vam-demo";
  private static final String APP_ID = "36084652489903967";
  private static final String OA_ID = "388613280879808645";
  private static final String CITIZEN = "u1";
  private static final String CITIZEN_NAME = "Chú Ba Vườn";

  /** Bytes: broker, database and hub begin with files of some megabytes each. */
  private static final long ROOM = 48L << 20;

  private static final Duration SETTLE = Duration.ofSeconds(15);

  /** Six in the morning of the day of the record salt: the tide has turned, the roads fill. */
  private static final Instant MODEL_START = Instant.parse("2024-03-11T23:00:00Z");

  private final DemoOptions options;
  private final PrintStream out;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final SecureRandom random = new SecureRandom();

  public Demo(DemoOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Lets a running demo come to its end. */
  public void stop() {
    stop.countDown();
  }

  /** Blocks until the demo has ended. Returns whether the books balance. */
  public boolean run() {
    try {
      prepareDirectory();
      return play();
    } finally {
      closeAll();
    }
  }

  private boolean play() {
    int hubPort = options.port() == 0 ? freePort() : options.port();
    Secret appSecret = secret();
    Secret oaSecret = secret();
    Secret refreshToken = secret();
    OfficeSimulator office =
        open(
            OfficeSimulator.start(
                OfficeConfig.standard()
                    .withPort(options.officePort())
                    .withSeed(options.seed())
                    .withSpeed(options.speed())));
    TownSimulator town =
        open(TownSimulator.start(TownConfig.standard().withPort(options.townPort())));
    ZaloSimulator zalo =
        open(
            ZaloSimulator.start(
                zaloConfig(hubPort, appSecret, oaSecret, refreshToken)
                    .withOffice(URI.create("http://127.0.0.1:" + office.port()))));
    StoreConfig store = store();
    HubConfig config =
        DemoConfig.of(
            options,
            hubPort,
            store,
            settings(zalo.baseUri(), appSecret, oaSecret, refreshToken),
            URI.create("http://127.0.0.1:" + office.port()),
            town);
    Hub hub = open(Hub.start(config, Clock.systemUTC(), stop));
    new DemoCitizen(zalo.baseUri(), DemoConfig.OPERATOR, DemoConfig.OPERATOR_NAME).follow();
    DemoCitizen citizen = new DemoCitizen(zalo.baseUri(), CITIZEN, CITIZEN_NAME);
    citizen.follow();
    citizen.say("nhận cảnh báo Xuân Hòa");
    Fleet fleet = open(Fleet.start(fleetConfig()));
    tellAddresses(hub, zalo, office, town, store);
    citizen.say(receipt(office));
    awaitEnd();
    fleet.close();
    Settling.await(hub::isIdle, SETTLE);
    out.println(ApiJson.summary(hub.books(), hub.alerts(), hub.deliveries()));
    out.flush();
    return hub.books().balances();
  }

  private ZaloSimulatorConfig zaloConfig(
      int hubPort, Secret appSecret, Secret oaSecret, Secret refreshToken) {
    return ZaloSimulatorConfig.of(
            URI.create("http://127.0.0.1:" + hubPort + "/webhooks/zalo"),
            APP_ID,
            new vn.vam.sim.zalo.Secret(appSecret.reveal()),
            OA_ID,
            new vn.vam.sim.zalo.Secret(oaSecret.reveal()))
        .withAddress("127.0.0.1", options.zaloPort())
        .withInitialTokens(
            Optional.empty(), Optional.of(new vn.vam.sim.zalo.Secret(refreshToken.reveal())));
  }

  private static ZaloSettings settings(
      URI zalo, Secret appSecret, Secret oaSecret, Secret refreshToken) {
    return new ZaloSettings(
        new ZaloAccount(zalo, zalo, zalo, APP_ID, appSecret, Optional.of(refreshToken)),
        oaSecret,
        RequestRate.OF_THE_PLATFORM,
        new PhotoHosts(List.of(zalo.getAuthority())),
        WaysConfig.CHAT,
        ConsentConfig.STANDARD);
  }

  private FleetConfig fleetConfig() {
    return FleetConfig.at(URI.create("tcp://127.0.0.1:" + options.mqttPort()))
        .withSpeed(options.speed())
        .withSeed(options.seed())
        .withModelStart(MODEL_START);
  }

  private StoreConfig store() {
    return options
        .influx()
        .or(
            () ->
                InfluxChild.startIn(options.data().resolve("influxdb"))
                    .map(this::open)
                    .map(InfluxChild::url))
        .<StoreConfig>map(Demo::influx)
        .orElseGet(() -> DemoConfig.embeddedStore(options.data().resolve("hub")));
  }

  private static StoreConfig influx(URI url) {
    return new StoreConfig.Influx(
        new InfluxConfig(url, new InfluxConfig.V1("vam_demo", Optional.empty(), Optional.empty())));
  }

  /** The code and the look-up code, as they stand on a receipt. */
  private static String receipt(OfficeSimulator office) {
    String code = office.codes().getFirst();
    return code + " " + office.lookUpCode(code);
  }

  private void tellAddresses(
      Hub hub, ZaloSimulator zalo, OfficeSimulator office, TownSimulator town, StoreConfig store) {
    out.printf(
        """
        console   http://127.0.0.1:%d/
        phone     %s/
        office    http://127.0.0.1:%d/
        town      %s   (ask for xe buýt, tin tức, tham quan, trường on the phone)
        broker    tcp://127.0.0.1:%d
        store     %s
        dossier   %s   (ask for it on the phone)
        """,
        hub.port(),
        zalo.baseUri(),
        office.port(),
        town.at("/"),
        options.mqttPort(),
        told(store),
        receipt(office));
    out.println(
        options
            .length()
            .map(length -> "running for " + length.toSeconds() + " s")
            .orElse("running until you press Ctrl-C"));
    out.flush();
    if (!options.headless()) {
      Browser.open(URI.create("http://127.0.0.1:" + hub.port() + "/"));
    }
  }

  private static String told(StoreConfig store) {
    return switch (store) {
      case StoreConfig.Embedded embedded -> "SQLite, " + embedded.file();
      case StoreConfig.Influx influx -> "InfluxDB, " + influx.config().url();
    };
  }

  private void awaitEnd() {
    try {
      if (options.length().isPresent()) {
        boolean stopped = stop.await(options.length().get().toMillis(), TimeUnit.MILLISECONDS);
        out.println(stopped ? "stopping" : "the time is over");
      } else {
        stop.await();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void prepareDirectory() {
    Path data = options.data();
    try {
      if (options.fresh() && Files.exists(data)) {
        deleteOwn(data);
      }
      RoomToStart.await(data, ROOM, "127.0.0.1", options.port(), stop);
      Files.createDirectories(data);
      Files.writeString(data.resolve(MARKER), "Made by vam demo; --fresh deletes this folder.\n");
    } catch (IOException failure) {
      throw new UncheckedIOException("the demo's folder cannot be used: " + data, failure);
    }
  }

  /** Only what an earlier demo made is deleted. */
  private static void deleteOwn(Path data) throws IOException {
    try (Stream<Path> found = Files.list(data)) {
      if (found.findAny().isPresent() && !Files.exists(data.resolve(MARKER))) {
        throw new IOException(
            "--fresh deletes only a folder that a demo made, and this one is not: " + data);
      }
    }
    try (Stream<Path> tree = Files.walk(data)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }

  private Secret secret() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException("no free port", none);
    }
  }

  private <T extends AutoCloseable> T open(T part) {
    parts.push(part);
    return part;
  }

  private void closeAll() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception failure) {
        out.println("a part of the demo did not close cleanly: " + failure.getMessage());
      }
    }
  }
}
