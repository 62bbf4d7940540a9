package vn.vam.app.deployment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.testing.ChildProcess;
import vn.vam.testing.ContainerImage;

/**
 * The three images of an installation: two that are here or can be fetched, and the hub's, built
 * from the packaged jars by the command a province uses.
 */
record Images(String mosquitto, String influxdb, String hub) {
  static final ContainerImage MOSQUITTO =
      new ContainerImage("VAM_TEST_IMAGE_MOSQUITTO", "eclipse-mosquitto:2.0");
  static final ContainerImage INFLUXDB =
      new ContainerImage("VAM_TEST_IMAGE_INFLUXDB", "influxdb:1.8");
  static final ContainerImage BASE =
      new ContainerImage("VAM_TEST_IMAGE_BASE", "debian:trixie-slim");

  private static final String HUB = "vam-test/hub:latest";

  /** Skips the test where it cannot run, and fails where it has to. */
  static Images ready(Path tree) {
    Images images = new Images(MOSQUITTO.orSkip(), INFLUXDB.orSkip(), HUB);
    buildHub(tree, BASE.orSkip());
    return images;
  }

  private static void buildHub(Path tree, String base) {
    // What is packaged is what is tested: Maven is at work, so the launcher must not build.
    Map<String, String> environment =
        Map.of("VAM_BUILD", "no", "VAM_JAVA_HOME", System.getProperty("java.home"));
    new Shell(tree, environment).run(List.of("./vam", "image", "--tag", HUB, "--base", base));
  }

  Map<String, String> environment() {
    return Map.of(
        "VAM_IMAGE_MOSQUITTO", mosquitto, "VAM_IMAGE_INFLUXDB", influxdb, "VAM_IMAGE_HUB", hub);
  }

  /** {@code docker compose} where there is the plugin, else {@code docker-compose}. */
  static Optional<List<String>> compose() {
    Shell here = new Shell(Path.of("."), Map.of());
    return List.of(List.of("docker", "compose"), List.of("docker-compose")).stream()
        .filter(command -> answers(here, command))
        .findFirst();
  }

  private static boolean answers(Shell shell, List<String> command) {
    List<String> version = new ArrayList<>(command);
    version.add("version");
    return ChildProcess.program(command.getFirst()).isPresent() && shell.attempt(version).well();
  }
}
