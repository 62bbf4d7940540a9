package vn.vam.runtime.web;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The open door, from outside. */
record Door(Vertx vertx, int port) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** An answer as a test looks at it. */
  record Answer(int status, String type, String body, HttpResponse<String> whole) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer post(String path, String body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)));
  }

  Answer send(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  /** Lines of the live events, growing while the test goes on. */
  List<String> live() {
    List<String> lines = new CopyOnWriteArrayList<>();
    CLIENT
        .sendAsync(request("/api/v1/live").GET().build(), BodyHandlers.ofLines())
        .thenAcceptAsync(answer -> answer.body().forEach(lines::add))
        .exceptionally(closed -> null);
    return lines;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      String type = answer.headers().firstValue("content-type").orElse("");
      return new Answer(answer.statusCode(), type, answer.body(), answer);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
