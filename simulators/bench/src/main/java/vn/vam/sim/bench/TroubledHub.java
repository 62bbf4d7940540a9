package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hub as a process of its own, as anybody runs it, and asked over HTTP. */
final class TroubledHub implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration TO_BE_READY = Duration.ofMinutes(2);
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path launcher;
  private final Path folder;
  private final Map<String, String> environment;
  private final Path config;
  private final int console = Ground.freePort();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private Child process;

  /**
   * @param options of its Java
   */
  TroubledHub(Path launcher, String options, Path folder, HubFile file) throws IOException {
    this(launcher, options, folder, file, Map.of());
  }

  /**
   * @param environment of its process, besides
   */
  TroubledHub(
      Path launcher, String options, Path folder, HubFile file, Map<String, String> environment)
      throws IOException {
    this.launcher = launcher;
    this.folder = folder;
    this.environment = new HashMap<>(environment);
    this.environment.putAll(Map.of("VAM_JAVA_OPTS", options, "VAM_BUILD", "no"));
    this.config = Files.writeString(folder.resolve("hub.yaml"), file.with(console));
    this.process = launch();
  }

  private Child launch() {
    return Child.start(
        List.of(launcher.toString(), "run", "--config", config.toString()),
        environment,
        folder.resolve("hub.log"));
  }

  /** SIGKILL. */
  void kill() {
    process.kill();
  }

  void startAgain() {
    process = launch();
  }

  boolean isReady() {
    return ask("/readyz").map(answer -> answer.statusCode() == OK).orElse(false);
  }

  /**
   * @param part as {@code /readyz} names it
   */
  boolean waitsFor(String part) {
    return ask("/readyz").map(answer -> answer.body().contains('"' + part + '"')).orElse(false);
  }

  void awaitReady() {
    Ground.await("the hub", this::isReady, TO_BE_READY);
  }

  /** Everything is stored once nothing comes any more and nothing is on its way. */
  void awaitEmptyLog(Duration patience) {
    awaitReady();
    long[] before = {-1};
    Ground.await(
        "an empty log",
        () -> {
          JsonNode messages = messages();
          long received = messages.path("received").asLong();
          boolean settled =
              received == before[0]
                  && messages.path("in_hand").asLong(1) == 0
                  && messages.path("queued").asLong(1) == 0;
          before[0] = received;
          return settled;
        },
        patience);
  }

  /** How many messages wait for the store; as many as there can be where nobody tells. */
  long queued() {
    return messages().path("queued").asLong(Long.MAX_VALUE);
  }

  private JsonNode messages() {
    try {
      return books().path("messages");
    } catch (IOException later) {
      return MissingNode.getInstance();
    }
  }

  /** Resident at its most, MB. */
  long peakMemory() {
    return process.peakMemory();
  }

  JsonNode books() throws IOException {
    HttpResponse<String> answer =
        ask("/api/v1/books").orElseThrow(() -> new IOException("the hub does not tell its books"));
    return JSON.readTree(answer.body());
  }

  private Optional<HttpResponse<String>> ask(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console + path))
            .timeout(PATIENCE)
            .build();
    try {
      return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException nobody) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }
}
