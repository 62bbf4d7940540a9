package vn.vam.app.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands for an InfluxDB that takes whatever it is given and knows nothing of the past. */
final class MoodyStore implements AutoCloseable {
  /** The hub of these tests keeps its readings there. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Wanted {}

  enum Mood {
    WELL,
    /** Takes every call and never answers. */
    SILENT,
    /** Closes every connection. */
    AWAY
  }

  private static final byte[] NOTHING = "{\"results\":[{\"statement_id\":0}]}".getBytes(UTF_8);

  private final HttpServer server;
  private final Queue<HttpExchange> unanswered = new ConcurrentLinkedQueue<>();
  private volatile Mood mood = Mood.WELL;

  private MoodyStore(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  static MoodyStore start() {
    try {
      return new MoodyStore(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** As in a hub's configuration. */
  String settings() {
    return "{ kind: influxdb, url: 'http://127.0.0.1:%d', api: v1, database: vam }"
        .formatted(server.getAddress().getPort());
  }

  /** Whoever still waits for an answer gets none. */
  void turns(Mood other) {
    mood = other;
    for (HttpExchange call = unanswered.poll(); call != null; call = unanswered.poll()) {
      call.close();
    }
  }

  private void answer(HttpExchange call) throws IOException {
    switch (mood) {
      case WELL -> {
        call.getRequestBody().readAllBytes();
        boolean asks = call.getRequestURI().getPath().endsWith("/query");
        if (asks) {
          call.sendResponseHeaders(200, NOTHING.length);
          call.getResponseBody().write(NOTHING);
        } else {
          call.sendResponseHeaders(204, -1);
        }
        call.close();
      }
      case SILENT -> unanswered.add(call);
      case AWAY -> call.close();
    }
  }

  @Override
  public void close() {
    turns(Mood.AWAY);
    server.stop(0);
  }
}
