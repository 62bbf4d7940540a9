package vn.vam.app.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the hub's web says while there is no hub yet for want of room on the disk: alive, not ready,
 * and to people what to do. The page looks again by itself.
 */
final class WaitingRoom implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WaitingRoom.class);
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String PAGE =
      """
      <!doctype html><html lang="vi"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
      <meta name="viewport" content="width=device-width"><title>Vàm: đĩa đầy</title>
      <h1>Đĩa đầy, máy chủ Vàm đang chờ</h1>
      <p>Chưa nhận tin nào. Xin dọn chỗ trống trên đĩa; máy chủ sẽ tự chạy tiếp.</p>
      <p lang="en">The disk is full. Nothing is taken; the hub goes on by itself once there is room.</p>
      </html>
      """;

  private final Optional<HttpServer> server;

  private WaitingRoom(Optional<HttpServer> server) {
    this.server = server;
  }

  /** Opens the hub's own door, where nobody else has it. */
  static WaitingRoom open(String host, int port) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
      server.createContext("/", WaitingRoom::answer);
      server.start();
      return new WaitingRoom(Optional.of(server));
    } catch (IOException taken) {
      log.warn("no web tells meanwhile that the hub waits, host={} port={}", host, port, taken);
      return new WaitingRoom(Optional.empty());
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/healthz" -> write(exchange, 200, JSON, JsonObject.of("alive", true).encode());
        case "/readyz" ->
            write(
                exchange,
                503,
                JSON,
                JsonObject.of("ready", false, "waiting", JsonArray.of("disk")).encode());
        case "/" -> write(exchange, 503, "text/html; charset=utf-8", PAGE);
        default ->
            write(
                exchange,
                503,
                PROBLEM,
                JsonObject.of(
                        "title", "Service Unavailable",
                        "status", 503,
                        "detail", "the hub waits for room on its disk")
                    .encode());
      }
    }
  }

  private static void write(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Retry-After", "2");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.ifPresent(open -> open.stop(0));
  }
}
