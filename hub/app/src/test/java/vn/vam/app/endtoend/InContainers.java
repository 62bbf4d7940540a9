package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;
import vn.vam.testing.ContainerImage;
import vn.vam.testing.FreePort;

/** The same flow, small, with broker and database across containers' networks. */
@EnabledIf(
    value = "areExpected",
    disabledReason = "no Docker engine answers, or an image is missing and cannot be fetched")
class InContainers {
  private static final ContainerImage MOSQUITTO =
      new ContainerImage("VAM_TEST_IMAGE_MOSQUITTO", "eclipse-mosquitto:2");
  private static final ContainerImage INFLUXDB =
      new ContainerImage("VAM_TEST_IMAGE_INFLUXDB", "influxdb:1.8");
  private static final int MQTT = 1883;
  private static final int HTTP = 8086;
  private static final String INFLUX_CONFIG =
      """
      reporting-disabled = true
      bind-address = "127.0.0.1:8088"
      [meta]
        dir = "/tmp/influxdb/meta"
      [data]
        dir = "/tmp/influxdb/data"
        wal-dir = "/tmp/influxdb/wal"
      [http]
        bind-address = ":8086"
      """;

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();

  static boolean areExpected() {
    return MOSQUITTO.isExpected() && INFLUXDB.isExpected();
  }

  @Test
  void a_message_comes_through_the_broker_into_the_database_and_is_read_back()
      throws IOException, BadConfig {
    GenericContainer<?> broker = opened.add(mosquitto());
    GenericContainer<?> influx = opened.add(influxDb());
    broker.start();
    influx.start();
    int console = FreePort.next();

    try (Hub hub = HubHere.start(config(broker, influx, console))) {
      new Field(broker.getMappedPort(MQTT)).measures("xuan-hoa-1", 4.2);

      Door door = new Door(hub.port());
      Awaitility.await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(
              () ->
                  assertThat(door.readings("xuan-hoa"))
                      .singleElement()
                      .satisfies(point -> assertThat(point.getDouble("value")).isEqualTo(4.2)));
      door.booksBalance();
      assertThat(door.messages("stored")).isEqualTo(1);
    }
  }

  private static GenericContainer<?> mosquitto() throws IOException {
    String config = Mosquitto.config(Path.of("/tmp"), "listener 1883 0.0.0.0", "root");
    return new GenericContainer<>(DockerImageName.parse(MOSQUITTO.orSkip()))
        .withExposedPorts(MQTT)
        .withCopyToContainer(Transferable.of(config), "/tmp/vam-mosquitto.conf")
        .withCommand("mosquitto", "-c", "/tmp/vam-mosquitto.conf")
        .waitingFor(Wait.forListeningPort())
        .withStartupTimeout(Duration.ofSeconds(60));
  }

  private static GenericContainer<?> influxDb() {
    return new GenericContainer<>(DockerImageName.parse(INFLUXDB.orSkip()))
        .withExposedPorts(HTTP)
        .withCopyToContainer(Transferable.of(INFLUX_CONFIG), "/tmp/vam-influxdb.conf")
        .withCommand("influxd", "-config", "/tmp/vam-influxdb.conf")
        .waitingFor(Wait.forHttp("/ping").forPort(HTTP).forStatusCode(204))
        .withStartupTimeout(Duration.ofSeconds(60));
  }

  /** Nobody listens where the platform and the office would be: the flow does not need them. */
  private Path config(GenericContainer<?> broker, GenericContainer<?> influx, int console)
      throws IOException {
    for (String secret : new String[] {"app_secret", "oa_secret", "refresh_token"}) {
      Files.writeString(folder.resolve(secret), "not-used-here");
    }
    URI nobody = URI.create("http://127.0.0.1:" + FreePort.next());
    Map<String, Object> places =
        Map.of(
            "broker",
            broker.getMappedPort(MQTT),
            "influx",
            "http://" + influx.getHost() + ":" + influx.getMappedPort(HTTP),
            "folder",
            folder,
            "zalo",
            nobody,
            "photos",
            nobody.getAuthority(),
            "office",
            "{ url: '" + nobody + "' }",
            "console",
            console);
    return Files.writeString(folder.resolve("hub.yaml"), HubYaml.with(places));
  }
}
