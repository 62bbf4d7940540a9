package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import vn.vam.core.point.Sample;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** A station's series, straight from the store. */
final class ReadingsApi {
  private final WebParts parts;
  private final BoundedWorkers workers;

  ReadingsApi(WebParts parts, BoundedWorkers workers) {
    this.parts = parts;
    this.workers = workers;
  }

  void mount(Router router) {
    router.get("/api/v1/stations/:id/readings").handler(this::read);
  }

  private void read(RoutingContext context) {
    station(context.pathParam("id"))
        .ifPresentOrElse(
            station -> read(context, station),
            () ->
                Problem.unknown("station", "GET /api/v1/stations lists those there are.")
                    .send(context.response()));
  }

  private Optional<Station> station(String id) {
    return Ids.isId(id) ? parts.registry().get().station(new StationId(id)) : Optional.empty();
  }

  private void read(RoutingContext context, Station station) {
    switch (ReadingsRequest.read(station, context.queryParams(), parts.clock().instant())) {
      case ReadingsRequest.Refused refused -> refused.problem().send(context.response());
      case ReadingsRequest.Wanted wanted ->
          workers
              .run(() -> parts.store().read(wanted.query()))
              .onSuccess(samples -> answer(context, wanted, samples))
              .onFailure(context::fail);
    }
  }

  private void answer(RoutingContext context, ReadingsRequest.Wanted wanted, List<Sample> samples) {
    if (samples.size() > ReadingsRequest.MOST_POINTS) {
      ReadingsRequest.tooMany().send(context.response());
      return;
    }
    JsonArray points = new JsonArray();
    samples.forEach(sample -> points.add(ApiJson.point(sample, parts.zone())));
    Answers.json(
        context,
        JsonObject.of(
            "station",
            wanted.query().station().id().value(),
            "quantity",
            wanted.quantity().field(),
            "unit",
            wanted.quantity().unit(),
            "points",
            points));
  }
}
