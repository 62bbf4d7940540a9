package vn.vam.app.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The hub's {@code /readyz}, seen from outside. */
final class Gate implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 16 * 1024;
  private static final int READY = 200;
  private static final int LONGEST_WORD = 40;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI readyz;

  Gate(URI hub) {
    this.readyz = hub.resolve("/readyz");
  }

  Look look() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(readyz).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] told = body.readNBytes(LARGEST_ANSWER);
        return answer.statusCode() == READY ? ready(told) : waiting(told);
      }
    } catch (IOException nobody) {
      return new Look.Silent();
    }
  }

  /** Something else than a hub may answer at its address: that is as good as silence. */
  private static Look waiting(byte[] body) {
    List<String> words = words(body, "waiting");
    return words.isEmpty() ? new Look.Silent() : new Look.Waiting(words);
  }

  private static Look ready(byte[] body) {
    return new Look.Ready(words(body, "troubles"));
  }

  /** None where one of them is no word. */
  private static List<String> words(byte[] body, String field) {
    try {
      List<String> words = new ArrayList<>();
      JSON.readTree(body).path(field).forEach(word -> words.add(word.asText("")));
      boolean told = words.stream().allMatch(word -> word.length() <= LONGEST_WORD);
      return told ? words : List.of();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
