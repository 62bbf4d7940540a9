package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vam.core.live.Freshness;
import vn.vam.core.live.SeenEvent;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;

/** Every station with its newest values, and whether it still speaks. */
final class StationsApi {
  private final WebParts parts;

  StationsApi(WebParts parts) {
    this.parts = parts;
  }

  void mount(Router router) {
    router.get("/api/v1/stations").handler(this::list);
  }

  private void list(RoutingContext context) {
    JsonArray stations = new JsonArray();
    parts.registry().get().stations().forEach(station -> stations.add(json(station)));
    Answers.json(context, JsonObject.of("stations", stations));
  }

  private JsonObject json(Station station) {
    JsonObject json =
        ApiJson.station(
            station,
            LocalDate.ofInstant(parts.clock().instant(), parts.zone()),
            parts.registry().get().devicesOf(station.id()),
            latest(station),
            freshness(station));
    return switch (station.kind()) {
      case SALINITY -> json;
      case TRAFFIC -> json.put("lanes", parts.latest().lanes(station.id()));
      case CAMERA -> withEvents(json, station);
    };
  }

  private JsonObject withEvents(JsonObject json, Station camera) {
    Instant now = parts.clock().instant();
    return json.put("online", parts.latest().online(camera.id()).orElse(null))
        .put("open_events", parts.latest().openEvents(camera.id(), now))
        .put("hazard", event(parts.latest().hazard(camera.id(), now), now))
        .put("last_event", event(parts.latest().lastEvent(camera.id()), now));
  }

  private Freshness freshness(Station station) {
    return station.kind() == Kind.CAMERA
        ? Freshness.EVENT_ONLY
        : parts.latest().freshness(station.id(), parts.clock().instant());
  }

  private @Nullable JsonObject event(Optional<SeenEvent> found, Instant now) {
    return found.map(seen -> ApiJson.event(seen, now, parts.zone())).orElse(null);
  }

  private JsonObject latest(Station station) {
    JsonObject values = new JsonObject();
    parts
        .latest()
        .of(station.id())
        .forEach(
            (quantity, latest) ->
                values.put(
                    quantity.field(),
                    ApiJson.latest(
                        quantity,
                        latest,
                        parts.latest().trend(station.id(), quantity),
                        parts.zone())));
    return values;
  }
}
