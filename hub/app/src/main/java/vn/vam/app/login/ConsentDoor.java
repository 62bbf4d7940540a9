package vn.vam.app.login;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whoever receives the consent on this machine, seen from the outside: over HTTP. */
public final class ConsentDoor {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_MS = 300;

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  public ConsentDoor(int port) {
    base = URI.create("http://127.0.0.1:" + port);
  }

  /** What has to be opened, and by which state it is recognised. */
  public record Link(String address, String state, String challenge, String callback) {}

  /**
   * @param words for people
   */
  public record Outcome(boolean letIn, String words) {}

  /** Whether somebody listens there already. */
  public boolean isOpen() throws InterruptedException {
    try {
      http.send(
          HttpRequest.newBuilder(base.resolve("/healthz")).build(), BodyHandlers.discarding());
      return true;
    } catch (ConnectException nobody) {
      return false;
    } catch (IOException somebodyElse) {
      return true;
    }
  }

  /**
   * @throws IllegalStateException when what listens there is no hub with an official account
   */
  public Link ask() throws InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(base.resolve("/api/v1/zalo/consent"))
                .POST(BodyPublishers.noBody()));
    if (answer.statusCode() != 201) {
      throw noHub("HTTP " + answer.statusCode());
    }
    JsonObject link = json(answer);
    return new Link(
        link.getString("link"),
        link.getString("state"),
        link.getString("code_challenge"),
        link.getString("callback"));
  }

  /**
   * @param stop ends the waiting early
   */
  public Outcome await(Link link, Duration patience, CountDownLatch stop)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    do {
      JsonObject standing =
          json(send(HttpRequest.newBuilder(base.resolve("/api/v1/zalo/consent/" + link.state()))));
      switch (standing.getString("standing", "unknown")) {
        case "granted" -> {
          return new Outcome(true, "The hub is let in; its tokens are kept.");
        }
        case "waiting" -> {}
        default -> {
          return new Outcome(false, "The hub is not let in: " + standing.getString("reason", ""));
        }
      }
    } while (System.nanoTime() < end && !stop.await(LOOK_MS, TimeUnit.MILLISECONDS));
    return new Outcome(false, "Nobody has come back; run the command again for a fresh link.");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
    try {
      return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(base + " stopped answering: " + failed.getMessage(), failed);
    }
  }

  private JsonObject json(HttpResponse<String> answer) {
    try {
      return new JsonObject(answer.body());
    } catch (DecodeException notJson) {
      throw noHub("no JSON");
    }
  }

  private IllegalStateException noHub(String seen) {
    return new IllegalStateException(
        "what listens at %s is no hub with an official account (%s): is console.port right, and has the running hub a section zalo?"
            .formatted(base, seen));
  }
}
