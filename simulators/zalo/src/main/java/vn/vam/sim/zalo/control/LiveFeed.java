package vn.vam.sim.zalo.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import vn.vam.sim.zalo.Json;

/**
 * {@code GET /_sim/live}: server-sent events; who falls behind is cut off and comes back for what
 * it missed.
 */
public final class LiveFeed {
  static final int MOST_LISTENERS = 64;
  private static final long HEARTBEAT_MS = 15_000;
  private static final int MOST_QUEUED_BYTES = 1024 * 1024;
  private final Set<HttpServerResponse> listeners = new LinkedHashSet<>();

  /** A named event; {@code id} is the message's number, where it is about a message. */
  record Event(String name, OptionalLong id, JsonNode data) {
    Buffer written() {
      Buffer buffer = Buffer.buffer("event: " + name + "\n");
      id.ifPresent(n -> buffer.appendString("id: " + n + "\n"));
      return buffer.appendString("data: ").appendBuffer(Json.write(data)).appendString("\n\n");
    }
  }

  public LiveFeed(Vertx vertx) {
    vertx.setPeriodic(HEARTBEAT_MS, timer -> tell(Buffer.buffer(": still here\n\n")));
  }

  /**
   * @param missed the events behind a message's number, for a listener that was here before
   */
  void listen(RoutingContext call, LongFunction<List<Event>> missed) {
    if (listeners.size() >= MOST_LISTENERS) {
      Problem.answer(call, 503, MOST_LISTENERS + " listeners are here already");
      return;
    }
    HttpServerResponse response = call.response().setChunked(true);
    response.putHeader("Content-Type", "text/event-stream").putHeader("Cache-Control", "no-store");
    response.setWriteQueueMaxSize(MOST_QUEUED_BYTES);
    response.closeHandler(closed -> listeners.remove(response));
    response.write("retry: 1000\n\n");
    missed.apply(lastSeen(call)).forEach(event -> response.write(event.written()));
    listeners.add(response);
  }

  public void tell(String name, OptionalLong id, JsonNode data) {
    tell(new Event(name, id, data).written());
  }

  private void tell(Buffer event) {
    listeners.removeIf(listener -> isBehind(listener));
    listeners.forEach(listener -> listener.write(event));
  }

  private static boolean isBehind(HttpServerResponse listener) {
    if (!listener.writeQueueFull()) return false;
    listener.reset();
    return true;
  }

  /** Negative for a listener who is new. */
  private static long lastSeen(RoutingContext call) {
    String id = call.request().getHeader("Last-Event-ID");
    return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
  }
}
