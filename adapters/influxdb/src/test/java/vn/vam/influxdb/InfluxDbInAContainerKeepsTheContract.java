package vn.vam.influxdb;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import vn.vam.core.point.PointStore;
import vn.vam.testing.ARemotePointStoreKeepsItsContract;
import vn.vam.testing.ContainerImage;

/**
 * The same contract across a container's network. The server goes away by being paused: it hangs
 * and refuses nothing, the other way to be away.
 */
@EnabledIf(
    value = "isExpected",
    disabledReason = "no Docker engine answers, or its image is missing and cannot be fetched")
class InfluxDbInAContainerKeepsTheContract extends ARemotePointStoreKeepsItsContract {
  private static final int PORT = 8086;
  private static final String CONFIG_PATH = "/tmp/vam-influxdb.conf";
  private static final String CONFIG =
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

  private static final ContainerImage IMAGE =
      new ContainerImage("VAM_TEST_IMAGE_INFLUXDB", "influxdb:1.8");

  private static GenericContainer<?> container;
  private static int databases;

  static boolean isExpected() {
    return IMAGE.isExpected();
  }

  @BeforeAll
  static void start() {
    container = configured(IMAGE.orSkip());
    container.start();
  }

  @AfterAll
  static void end() {
    if (container != null) {
      container.stop();
    }
  }

  private static GenericContainer<?> configured(String image) {
    return new GenericContainer<>(DockerImageName.parse(image))
        .withExposedPorts(PORT)
        .withCopyToContainer(Transferable.of(CONFIG), CONFIG_PATH)
        .withCommand("influxd", "-config", CONFIG_PATH)
        .waitingFor(Wait.forHttp("/ping").forPort(PORT).forStatusCode(204))
        .withStartupTimeout(Duration.ofSeconds(60));
  }

  @Override
  protected PointStore emptyStore() {
    URI url =
        URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(PORT)));
    InfluxConfig.V1 database =
        new InfluxConfig.V1("contract " + databases++, Optional.empty(), Optional.empty());
    return new InfluxPointStore(
        new InfluxConfig(url, database, Duration.ofSeconds(2), Duration.ofSeconds(4)));
  }

  @Override
  protected void serverGoesAway() {
    container.getDockerClient().pauseContainerCmd(container.getContainerId()).exec();
  }

  @Override
  protected void serverComesBack() {
    container.getDockerClient().unpauseContainerCmd(container.getContainerId()).exec();
  }
}
