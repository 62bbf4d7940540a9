package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;

/** Every station with its newest values, and whether it still speaks. */
final class StationsApi {
  private final WebParts parts;
  private final LastCameraEvents cameraEvents;

  StationsApi(WebParts parts, LastCameraEvents cameraEvents) {
    this.parts = parts;
    this.cameraEvents = cameraEvents;
  }

  void mount(Router router) {
    router.get("/api/v1/stations").handler(this::list);
  }

  private void list(RoutingContext context) {
    JsonArray stations = new JsonArray();
    parts.registry().stations().forEach(station -> stations.add(json(station)));
    Answers.json(context, JsonObject.of("stations", stations));
  }

  private JsonObject json(Station station) {
    JsonObject json =
        ApiJson.station(
            station,
            LocalDate.ofInstant(parts.clock().instant(), parts.zone()),
            parts.registry().devicesOf(station.id()),
            latest(station),
            parts.latest().freshness(station.id(), parts.clock().instant()));
    return station.kind() == Kind.CAMERA
        ? json.put("last_event", cameraEvents.of(station.id()))
        : json;
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
