package vn.vam.app.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Someone at the simulated phone, so that the demo has a person to tell. */
final class DemoCitizen {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI simulator;
  private final String user;
  private final String name;

  DemoCitizen(URI simulator, String user, String name) {
    this.simulator = simulator;
    this.user = user;
    this.name = name;
  }

  void follow() {
    post("follow", new JsonObject(Map.of("name", name)).encode());
  }

  void say(String text) {
    post("text", new JsonObject(Map.of("text", text)).encode());
  }

  private void post(String what, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(simulator.resolve("/_sim/users/" + user + "/" + what))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(5))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException("the phone answered " + response.statusCode());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
