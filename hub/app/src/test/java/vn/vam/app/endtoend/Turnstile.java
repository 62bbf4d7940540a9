package vn.vam.app.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before the hub's webhook and lets every request through, with a watch: from the first byte
 * sent to the last one of the answer.
 */
final class Turnstile implements AutoCloseable {
  private static final List<String> CARRIED =
      List.of("Content-Type", "X-ZEvent-Signature", "num_retry");
  private static final int NOBODY_THERE = 502;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Collection<Duration> took = new ConcurrentLinkedQueue<>();
  private final Collection<Integer> refused = new ConcurrentLinkedQueue<>();
  private final HttpServer door;
  private volatile Optional<URI> hub = Optional.empty();

  private Turnstile() throws IOException {
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.setExecutor(threads);
    door.createContext("/", this::pass);
    door.start();
  }

  static Turnstile open() {
    try {
      return new Turnstile();
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** Returns where requests for the hub go in. */
  URI leadingTo(URI webhook) {
    hub = Optional.of(webhook);
    return address();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getAddress().getPort() + "/webhooks/zalo");
  }

  /** How long the hub took to answer 200, shortest first. */
  List<Duration> took() {
    return took.stream().sorted().toList();
  }

  /** What the hub answered instead of 200. */
  Collection<Integer> refused() {
    return List.copyOf(refused);
  }

  private void pass(HttpExchange webhook) throws IOException {
    try (webhook) {
      webhook.sendResponseHeaders(answer(request(webhook)), -1);
    }
  }

  private HttpRequest request(HttpExchange webhook) throws IOException {
    byte[] body = webhook.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hub.orElseThrow()).POST(BodyPublishers.ofByteArray(body));
    for (String name : CARRIED) {
      String value = webhook.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    return request.build();
  }

  private int answer(HttpRequest request) throws IOException {
    long start = System.nanoTime();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status == 200) {
        took.add(Duration.ofNanos(System.nanoTime() - start));
      } else {
        refused.add(status);
      }
      return status;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return NOBODY_THERE;
    }
  }

  @Override
  public void close() {
    door.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }
}
