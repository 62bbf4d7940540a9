package vn.vam.sim.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The app's side of the webhook: writes down what comes and answers as told. */
final class HubStub implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean silent;

  /** One webhook as it came. */
  record Heard(byte[] raw, JsonNode body, String signature, Optional<String> retry) {
    String event() {
      return body.path("event_name").asText();
    }

    String text() {
      return body.path("message").path("text").asText();
    }
  }

  HubStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/webhooks/zalo", this::answer);
    server.start();
  }

  URI webhook() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/zalo");
  }

  void answerWith(int newStatus) {
    status = newStatus;
  }

  void fallSilent() {
    silent = true;
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  List<String> bodies() {
    return heard.stream().map(h -> h.body().toString()).toList();
  }

  List<Heard> heard(String event) {
    return heard.stream().filter(h -> h.event().equals(event)).toList();
  }

  /** Waits until that many of the event came. */
  List<Heard> await(String event, int count) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> heard(event), found -> found.size() >= count);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] raw = exchange.getRequestBody().readAllBytes();
      heard.add(
          new Heard(
              raw,
              new ObjectMapper().readTree(raw),
              String.valueOf(exchange.getRequestHeaders().getFirst("X-ZEvent-Signature")),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("num_retry"))));
      if (silent) waitForTheEnd();
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private void waitForTheEnd() {
    try {
      boolean ended = closing.await(1, TimeUnit.MINUTES);
      if (!ended) throw new IllegalStateException("nobody closed the hub");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
