package vn.vam.influxdb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Answers every request as a test says, for moods a real server cannot be put into. */
final class ScriptedInflux implements AutoCloseable {
  record Asked(
      String pathAndQuery, @Nullable String authorization, @Nullable String encoding, String body) {
    List<String> lines() {
      return body.lines().toList();
    }
  }

  record Said(int status, String body) {
    static final Said NO_CONTENT = new Said(204, "");

    static Said error(int status, String error) {
      return new Said(status, "{\"error\":\"" + error + "\"}");
    }
  }

  final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** Of the requests that were answered with 204. */
  final List<String> keptLines = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Function<Asked, Said> script = asked -> Said.NO_CONTENT;

  ScriptedInflux() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  void answers(Function<Asked, Said> script) {
    this.script = script;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request = read(exchange);
      asked.add(request);
      Said said = script.apply(request);
      if (said.status() == 204) {
        keptLines.addAll(request.lines());
      }
      byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Asked read(HttpExchange exchange) throws IOException {
    String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    byte[] body =
        "gzip".equals(encoding)
            ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
            : exchange.getRequestBody().readAllBytes();
    return new Asked(
        exchange.getRequestURI().toString(),
        exchange.getRequestHeaders().getFirst("Authorization"),
        encoding,
        new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
