package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.alert.AlertTrail.Decision;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.Place;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RejectReason;
import vn.vam.core.notify.Fanouts.Fanout;
import vn.vam.core.point.PointLimits;
import vn.vam.core.point.PointStore.StoreUnavailable;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.Ids;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/**
 * One message followed from its payload to the phones: what was received, what the hub made of it,
 * where it is stored, what the rules decided from it until the station's next value, and who was
 * told. What decides later than the next value, such as a mean over hours, has many messages behind
 * it and is shown with the newest of them.
 */
final class TraceApi {
  private static final int MOST_LISTED = 20;
  private static final int BATCHES_LOOKED_AT = 64;
  private static final int MOST_DECISIONS = 50;

  private final WebParts parts;
  private final Tracing tracing;
  private final BoundedWorkers workers;

  TraceApi(WebParts parts, Tracing tracing, BoundedWorkers workers) {
    this.parts = parts;
    this.tracing = tracing;
    this.workers = workers;
  }

  void mount(Router router) {
    router.get("/api/v1/trace").handler(this::list);
    router.get("/api/v1/trace/:id").handler(this::trace);
  }

  private void list(RoutingContext context) {
    RejectedApi.parameter(context, "station")
        .filter(Ids::isId)
        .flatMap(id -> parts.registry().get().station(new StationId(id)))
        .ifPresentOrElse(
            station ->
                workers
                    .run(() -> newest(station))
                    .onSuccess(messages -> Answers.json(context, messages))
                    .onFailure(context::fail),
            () ->
                Problem.badParameter("station must be the id of a station, such as xuan-hoa")
                    .send(context.response()));
  }

  private JsonObject newest(Station station) {
    long end = tracing.log().end().batch();
    Place from = Place.of(Math.max(0, end - BATCHES_LOOKED_AT));
    JsonArray messages = new JsonArray();
    tracing.log().read(from, BATCHES_LOOKED_AT).reversed().stream()
        .flatMap(batch -> of(station, batch))
        .limit(MOST_LISTED)
        .forEach(messages::add);
    return JsonObject.of("messages", messages);
  }

  private Stream<JsonObject> of(Station station, LogBatch batch) {
    List<JsonObject> messages = new ArrayList<>();
    for (int i = batch.entries().size() - 1; i >= 0; i--) {
      if (readings(batch.entries().get(i)).stream()
          .anyMatch(reading -> reading.station().equals(station.id()))) {
        messages.add(TraceJson.message(batch.messageId(i), batch.entries().get(i), parts.zone()));
      }
    }
    return messages.stream();
  }

  private void trace(RoutingContext context) {
    Optional<MessageId> id = MessageId.read(context.pathParam("id"));
    if (id.isEmpty()) {
      unknown(context);
      return;
    }
    workers
        .run(() -> entry(id.get()).map(entry -> trace(id.get(), entry)))
        .onSuccess(
            found ->
                found.ifPresentOrElse(json -> Answers.json(context, json), () -> unknown(context)))
        .onFailure(context::fail);
  }

  private static void unknown(RoutingContext context) {
    Problem.unknown(
            "message",
            "The log keeps no message of this id any more; GET /api/v1/trace?station=ID lists the newest.")
        .send(context.response());
  }

  private Optional<LogEntry> entry(MessageId id) {
    return tracing.log().read(Place.of(id.batch() - 1), 1).stream()
        .filter(batch -> batch.number() == id.batch() && id.index() < batch.entries().size())
        .map(batch -> batch.entries().get(id.index()))
        .findFirst();
  }

  private JsonObject trace(MessageId id, LogEntry entry) {
    JsonObject json =
        TraceJson.message(id, entry, parts.zone())
            .put("payload", TraceJson.payload(entry.envelope()))
            .put("decoded", TraceJson.decoded(entry.outcome(), parts.zone()));
    if (entry.outcome() instanceof Outcome.Accepted) {
      json.put("stored", stored(id).word())
          .put("points", TraceJson.points(readings(entry)))
          .put("judged", tracing.judged().get().batch() >= id.batch())
          .put("decisions", new JsonArray(decisions(readings(entry)).map(this::json).toList()));
    }
    return json;
  }

  private enum Storing {
    WAITING,
    STORED,
    REFUSED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Storing stored(MessageId id) {
    if (tracing.stored().get().batch() < id.batch()) {
      return Storing.WAITING;
    }
    return parts
            .rejected()
            .list(Optional.empty(), Optional.of(RejectReason.REFUSED_BY_STORE.word()))
            .stream()
            .map(RejectedMessage::id)
            .anyMatch(id::equals)
        ? Storing.REFUSED
        : Storing.STORED;
  }

  private static List<Reading> readings(LogEntry entry) {
    return entry.outcome() instanceof Outcome.Accepted accepted ? accepted.readings() : List.of();
  }

  private JsonObject json(Decision decision) {
    List<Fanout> told = tracing.fanouts().of(decision.alert(), decision.event().kind().word());
    return TraceJson.decision(decision, told, parts.zone());
  }

  private Stream<Decision> decisions(List<Reading> readings) {
    return readings.stream()
        .filter(reading -> !(reading instanceof Reading.Past))
        .flatMap(reading -> decisions(reading).stream())
        .distinct()
        .limit(MOST_DECISIONS);
  }

  private List<Decision> decisions(Reading reading) {
    Instant from = reading.takenAt();
    return tracing.trail().decisions(reading.station(), from, untilNext(reading), MOST_DECISIONS);
  }

  /**
   * The time of the station's next value of the same quantity, as far as the store can tell; just
   * behind it for an event.
   */
  private Instant untilNext(Reading reading) {
    Instant behind = reading.takenAt().plusMillis(1);
    Optional<Station> station = parts.registry().get().station(reading.station());
    List<Observation> values = Observation.of(reading);
    if (station.isEmpty() || values.isEmpty()) {
      return behind;
    }
    String field = values.getFirst().quantity().field();
    SeriesQuery next =
        new SeriesQuery(station.get(), field, behind, PointLimits.LATEST, Optional.empty(), 1);
    try {
      return parts.store().read(next).stream()
          .findFirst()
          .map(Sample::time)
          .orElse(PointLimits.LATEST);
    } catch (StoreUnavailable away) {
      return PointLimits.LATEST;
    }
  }
}
