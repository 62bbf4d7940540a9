package vn.vam.sim.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The hub as a process of its own, as anybody runs it. */
final class RunningHub implements AutoCloseable {
  private static final Duration TO_BE_READY = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final URI console;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Child process;

  /**
   * @param options of its Java
   * @param yaml its configuration, whose console is at this port
   */
  RunningHub(Path launcher, String options, Path folder, int port, String yaml) throws IOException {
    Path config = Files.writeString(folder.resolve("hub.yaml"), yaml);
    console = URI.create("http://127.0.0.1:" + port);
    process =
        Child.start(
            List.of(launcher.toString(), "run", "--config", config.toString()),
            Map.of("VAM_JAVA_OPTS", options, "VAM_BUILD", "no"),
            folder.resolve("hub.log"));
  }

  URI at(String path) {
    return console.resolve(path);
  }

  void awaitReady() {
    Ground.await("the hub", this::isReady, TO_BE_READY);
  }

  private boolean isReady() {
    try {
      HttpRequest ready = HttpRequest.newBuilder(at("/readyz")).timeout(PATIENCE).build();
      return http.send(ready, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Resident at its most, MB. */
  long peakMemory() {
    return process.peakMemory();
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }
}
