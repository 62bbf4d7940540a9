package vn.vam.runtime.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.runtime.Addresses;

/**
 * Server-sent events to whoever watches. A client that reads too slowly is dropped and will connect
 * again by itself; of several values of one quantity within a moment only the newest is sent.
 * Everything runs on the event loop of the web.
 */
final class LiveApi {
  static final int MOST_CLIENTS = 100;
  private static final Logger LOG = LoggerFactory.getLogger(LiveApi.class);
  private static final int MOST_UNREAD_BYTES = 1024 * 1024;
  private static final long HEARTBEAT_MS = 15_000;
  private static final long MOMENT_MS = 200;

  private final Set<HttpServerResponse> clients = new LinkedHashSet<>();
  private final Map<List<Object>, JsonObject> readings = new LinkedHashMap<>();

  void listen(Vertx vertx) {
    vertx
        .eventBus()
        .<JsonObject>consumer(Addresses.LIVE_READING, message -> gather(message.body()));
    forward(vertx, Addresses.LIVE_ALERT, "alert");
    forward(vertx, Addresses.LIVE_BOOKS, "books");
    vertx.setPeriodic(MOMENT_MS, timer -> sendReadings());
    vertx.setPeriodic(HEARTBEAT_MS, timer -> send(Buffer.buffer(": still here\n\n")));
  }

  void mount(Router router) {
    router.get("/api/v1/live").handler(this::open);
  }

  int clients() {
    return clients.size();
  }

  private void forward(Vertx vertx, String address, String event) {
    vertx.eventBus().<JsonObject>consumer(address, message -> send(framed(event, message.body())));
  }

  private void open(RoutingContext context) {
    if (clients.size() >= MOST_CLIENTS) {
      Problem.busy().send(context.response());
      return;
    }
    HttpServerResponse response = context.response();
    response.closeHandler(closed -> clients.remove(response));
    response.exceptionHandler(broken -> clients.remove(response));
    response
        .setChunked(true)
        .setWriteQueueMaxSize(MOST_UNREAD_BYTES)
        .putHeader("content-type", "text/event-stream")
        .putHeader("cache-control", "no-store")
        // Compression would hold small events back.
        .putHeader("content-encoding", "identity");
    clients.add(response);
    response.write("retry: 2000\n\n");
  }

  private void gather(JsonObject reading) {
    boolean isEvent = reading.containsKey("event");
    readings.put(
        List.of(
            reading.getString("station", ""),
            isEvent ? reading.getValue("event") : reading.getString("quantity", "")),
        reading);
  }

  private void sendReadings() {
    if (readings.isEmpty()) {
      return;
    }
    Buffer frames = Buffer.buffer();
    readings.values().forEach(reading -> frames.appendBuffer(framed("reading", reading)));
    readings.clear();
    send(frames);
  }

  private void send(Buffer frames) {
    for (HttpServerResponse client : List.copyOf(clients)) {
      if (client.ended() || client.closed()) {
        clients.remove(client);
      } else if (client.writeQueueFull()) {
        drop(client);
      } else {
        client.write(frames);
      }
    }
  }

  private void drop(HttpServerResponse client) {
    clients.remove(client);
    client.close();
    LOG.info("A live client read too slowly and was dropped; clients={}", clients.size());
  }

  private static Buffer framed(String event, JsonObject body) {
    return Buffer.buffer("event: " + event + "\ndata: " + body.encode() + "\n\n");
  }
}
