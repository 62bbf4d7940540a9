package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The messenger's side of a send, and nothing else: takes everything, and writes down when. */
final class MessengerDesk implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int THREADS = 32;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final LinkedBlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
  private final AtomicLong number = new AtomicLong();

  /**
   * @param nanos when its request was read, by {@link System#nanoTime}
   * @param body of the request
   */
  record Sent(String citizen, long nanos, String body) {}

  MessengerDesk() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(threads);
    server.createContext("/v4/oa/access_token", this::tokens);
    server.createContext("/v3.0/oa/message/cs", this::message);
    server.createContext("/v2.0/oa/upload/image", this::upload);
    server.createContext(
        "/v2.0/oa/conversation", call -> answer(call, "{\"data\":[],\"error\":0}"));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void tokens(HttpExchange call) throws IOException {
    long pair = number.incrementAndGet();
    answer(
        call,
        "{\"access_token\":\"a%d\",\"refresh_token\":\"r%d\",\"expires_in\":\"90000\"}"
            .formatted(pair, pair));
  }

  private void message(HttpExchange call) throws IOException {
    byte[] body = call.getRequestBody().readAllBytes();
    long now = System.nanoTime();
    JsonNode message = JSON.readTree(body);
    sent.add(new Sent(message.at("/recipient/user_id").asText(), now, message.toString()));
    answer(
        call,
        "{\"data\":{\"message_id\":\"m%d\",\"user_id\":\"u\",\"sent_time\":\"%d\"},\"error\":0,\"message\":\"Success\"}"
            .formatted(number.incrementAndGet(), System.currentTimeMillis()));
  }

  private void upload(HttpExchange call) throws IOException {
    call.getRequestBody().readAllBytes();
    answer(
        call,
        "{\"data\":{\"attachment_id\":\"p%d\"},\"error\":0,\"message\":\"Success\"}"
            .formatted(number.incrementAndGet()));
  }

  private static void answer(HttpExchange call, String json) throws IOException {
    try (call) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      call.getResponseHeaders().set("Content-Type", "application/json");
      call.sendResponseHeaders(200, bytes.length);
      call.getResponseBody().write(bytes);
    }
  }

  /** What was sent to these so far, oldest first. */
  List<Sent> sentTo(Predicate<String> citizens) {
    return new CopyOnWriteArrayList<>(
        sent.stream().filter(one -> citizens.test(one.citizen())).toList());
  }

  long countTo(Predicate<String> citizens) {
    return sent.stream().filter(one -> citizens.test(one.citizen())).count();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
