package vn.vam.app.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The hub's {@code /readyz}, seen from outside. Whatever answers at its address, or does not, a
 * look takes no longer than its patience.
 */
final class Gate implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int READY = 200;
  private static final int LONGEST_WORD = 40;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final URI readyz;
  private final Duration patience;

  Gate(URI hub) {
    this(hub, PATIENCE);
  }

  /**
   * @param patience for the whole answer, to its last byte
   */
  Gate(URI hub, Duration patience) {
    this.readyz = hub.resolve("/readyz");
    this.patience = patience;
    this.client = HttpClient.newBuilder().connectTimeout(patience).build();
  }

  Look look() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(readyz).timeout(patience).build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new ShortBody());
    try {
      HttpResponse<byte[]> whole = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      JsonNode told = json(whole.body());
      return whole.statusCode() == READY ? ready(told) : waiting(told);
    } catch (ExecutionException | TimeoutException nobody) {
      return new Look.Silent();
    } finally {
      answer.cancel(true);
    }
  }

  /** Something else than a hub may answer at its address: that is as good as silence. */
  private static Look waiting(JsonNode told) {
    List<String> words = words(told, "waiting");
    return words.isEmpty() ? new Look.Silent() : new Look.Waiting(words);
  }

  private static Look ready(JsonNode told) {
    return told.path("ready").asBoolean()
        ? new Look.Ready(words(told, "troubles"))
        : new Look.Silent();
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException unreadable) {
      return MissingNode.getInstance();
    }
  }

  /** None where one of them is no word. */
  private static List<String> words(JsonNode told, String field) {
    List<String> words = new ArrayList<>();
    told.path(field).forEach(word -> words.add(word.asText("")));
    return words.stream().allMatch(word -> word.length() <= LONGEST_WORD) ? words : List.of();
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
