package vn.vam.app.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import vn.vam.testing.FreePort;
import vn.vam.testing.Http;
import vn.vam.testing.Required;

/** A copy of the deploy folder with containers, volumes and ports of its own. */
final class Installation implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path TREE = Path.of("../..").toAbsolutePath().normalize();
  private static final Duration TO_BE_READY = Duration.ofMinutes(2);

  private final String project = "vam-test-" + ProcessHandle.current().pid();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> compose;
  private final Shell shell;
  private final Thread endWithUs = new Thread(this::takeDown);

  private Installation(Path folder, List<String> compose, Images images) {
    environment.putAll(images.environment());
    environment.put("COMPOSE_PROJECT_NAME", project);
    List.of("VAM_PORT", "VAM_MQTT_PORT", "VAM_PHONE_PORT", "VAM_OFFICE_PORT", "VAM_TOWN_PORT")
        .forEach(port -> environment.put(port, Integer.toString(FreePort.next())));
    this.compose = compose;
    this.shell = new Shell(folder, environment);
  }

  /**
   * Brought up and ready.
   *
   * @param files of compose
   */
  static Installation of(Path folder, String... files) {
    Required.docker(Images.compose().isPresent(), "neither docker compose nor docker-compose here");
    Images images = Images.ready(TREE);
    copy(TREE.resolve("deploy"), folder);
    List<String> command = new ArrayList<>(Images.compose().orElseThrow());
    Stream.of(files).forEach(file -> command.addAll(List.of("--file", file)));
    Installation installation = new Installation(folder, command, images);
    Runtime.getRuntime().addShutdownHook(installation.endWithUs);
    installation.shell.run(List.of("./secrets.sh"));
    installation.up();
    return installation;
  }

  /** Whether the tests of an installation can run, or have to. */
  static boolean isExpected() {
    return Required.docker()
        || (Images.MOSQUITTO.isExpected()
            && Images.INFLUXDB.isExpected()
            && Images.BASE.isExpected()
            && Images.compose().isPresent());
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(each -> !each.startsWith(from.resolve("secrets"))).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void up() {
    compose("up", "-d");
    awaitReady();
  }

  /** Containers and network go, volumes stay. */
  void down() {
    compose("down");
  }

  void awaitReady() {
    try {
      Awaitility.await()
          .atMost(TO_BE_READY)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> Http.answers(hub("/readyz"), 200));
    } catch (ConditionTimeoutException late) {
      throw new AssertionError(compose("ps") + compose("logs", "--tail", "60"), late);
    }
  }

  String compose(String... arguments) {
    List<String> command = new ArrayList<>(compose);
    command.addAll(List.of(arguments));
    return shell.run(command);
  }

  /** In the service's container, as {@code compose exec} does it, and sooner. */
  Shell.Ended inside(String service, String... command) {
    List<String> whole = new ArrayList<>(List.of("docker", "exec", container(service)));
    whole.addAll(List.of(command));
    return shell.attempt(whole);
  }

  String docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return shell.run(command).strip();
  }

  String container(String service) {
    return docker(
        "ps",
        "--all",
        "--quiet",
        "--filter",
        "label=com.docker.compose.project=" + project,
        "--filter",
        "label=com.docker.compose.service=" + service);
  }

  /** What the service's container has printed. */
  String printed(String service) {
    return docker("logs", container(service));
  }

  /** A fact of the service's container, in the words of {@code docker inspect}. */
  String inspect(String service, String format) {
    return docker("inspect", "--format", format, container(service));
  }

  /** The device with the password the broker's own command made for it. */
  FieldDevice newDevice(String name) {
    Shell.Ended added = inside("mosquitto", "sh", "/etc/vam/mosquitto/account.sh", "add", name);
    if (!added.well()) {
      throw new AssertionError(added.text());
    }
    return new FieldDevice(name, added.text().strip(), broker());
  }

  URI broker() {
    return URI.create("tcp://127.0.0.1:" + environment.get("VAM_MQTT_PORT"));
  }

  URI hub(String path) {
    return at("VAM_PORT", path);
  }

  URI phone(String path) {
    return at("VAM_PHONE_PORT", path);
  }

  private URI at(String port, String path) {
    return URI.create("http://127.0.0.1:" + environment.get(port) + path);
  }

  static JsonNode json(URI uri) {
    try {
      return JSON.readTree(Http.get(uri).body());
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(uri + " answers no JSON", malformed);
    }
  }

  private void takeDown() {
    List<String> command = new ArrayList<>(compose);
    command.addAll(List.of("down", "--volumes", "--timeout", "5"));
    shell.attempt(command);
  }

  @Override
  public void close() {
    takeDown();
    Runtime.getRuntime().removeShutdownHook(endWithUs);
  }
}
