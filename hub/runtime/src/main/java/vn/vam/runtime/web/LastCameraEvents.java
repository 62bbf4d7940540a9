package vn.vam.runtime.web;

import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.vam.core.station.StationId;
import vn.vam.runtime.Addresses;

/**
 * The last thing every camera reported since the hub started, taken from the live events. Lives on
 * the event loop of the web.
 */
final class LastCameraEvents {
  private final Map<String, JsonObject> events = new HashMap<>();

  void listen(EventBus bus) {
    bus.<JsonObject>consumer(Addresses.LIVE_READING, message -> take(message.body()));
  }

  private void take(JsonObject reading) {
    JsonObject event = reading.getJsonObject("event");
    String station = reading.getString("station");
    if (event != null && station != null) {
      events.put(station, event.copy().put("time", reading.getString("time")));
    }
  }

  @Nullable JsonObject of(StationId station) {
    JsonObject event = events.get(station.value());
    return event == null ? null : event.copy();
  }
}
