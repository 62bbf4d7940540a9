package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk.AlertCounts;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.books.BooksPage;
import vn.vam.core.citizen.PhoneNumber;
import vn.vam.core.live.Freshness;
import vn.vam.core.live.Latest;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.live.SeenEvent;
import vn.vam.core.live.Trend;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Sender;
import vn.vam.core.notify.Fanouts.Fanout;
import vn.vam.core.notify.Outbox.OutboxCounts;
import vn.vam.core.notify.ParkedMessage;
import vn.vam.core.point.Sample;
import vn.vam.core.reading.MaskedPlate;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Observation;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Position;
import vn.vam.core.station.Station;
import vn.vam.runtime.flow.Replays;

/** The one place where the domain becomes the JSON that people outside hold on to. */
public final class ApiJson {
  private ApiJson() {}

  /** A live event's body: the newest value of a quantity at a station. */
  public static JsonObject reading(Observation observation, ZoneId zone) {
    return JsonObject.of(
        "station",
        observation.station().value(),
        "quantity",
        observation.quantity().field(),
        "unit",
        observation.quantity().unit(),
        "value",
        observation.value(),
        "time",
        time(observation.at(), zone),
        "quality",
        observation.quality().flag());
  }

  /**
   * A live event's body: what a camera saw last.
   *
   * @param hazard what it sees at this moment that somebody has to look after
   * @param open how many things it sees at this moment
   */
  public static JsonObject reading(
      SeenEvent seen, Optional<SeenEvent> hazard, int open, Instant now, ZoneId zone) {
    Reading.CameraEvent event = seen.newest();
    return JsonObject.of(
        "station",
        event.station().value(),
        "device",
        event.device().value(),
        "event",
        event(seen, now, zone),
        "hazard",
        orNull(hazard.map(lasting -> event(lasting, now, zone))),
        "open_events",
        open,
        "time",
        time(event.takenAt(), zone),
        "quality",
        event.quality().flag());
  }

  static JsonObject event(SeenEvent seen, Instant now, ZoneId zone) {
    Reading.CameraEvent event = seen.newest();
    return JsonObject.of(
        "id",
        event.eventId(),
        "type",
        event.type().word(),
        "phase",
        seen.phase(now).word(),
        "ended_by",
        orNull(seen.ending(now).map(SeenEvent.Ending::word)),
        "score",
        orNull(event.score()),
        "zone",
        orNull(event.zone()),
        "plate",
        orNull(event.maskedPlate().map(MaskedPlate::text)),
        "started_at",
        time(seen.startedAt(), zone),
        "time",
        time(event.takenAt(), zone));
  }

  public static JsonObject alert(Alert alert, ZoneId zone) {
    return JsonObject.of(
            "id",
            alert.number(),
            "rule",
            alert.rule().value(),
            "station",
            alert.station().value(),
            "severity",
            alert.severity().word(),
            "state",
            alert.state().word(),
            "since",
            time(alert.since(), zone),
            "cleared_at",
            orNull(alert.clearedAt().map(at -> time(at, zone))),
            "value",
            alert.value(),
            "assignee",
            orNull(alert.assignee()),
            "snoozed_until",
            orNull(alert.snoozedUntil().map(until -> time(until, zone))))
        .put("ending", orNull(alert.ending().map(Ending::word)))
        .put("devices", new JsonArray(alert.devices().stream().map(DeviceId::value).toList()));
  }

  /** A line in an alert's history. */
  static JsonObject event(AlertEvent event, ZoneId zone) {
    boolean until =
        event.kind() == AlertEvent.Kind.SNOOZED || event.kind() == AlertEvent.Kind.SHELVED;
    return JsonObject.of(
        "time",
        time(event.at(), zone),
        "event",
        event.kind().word(),
        "by",
        orNull(event.who()),
        "what",
        until ? time(Instant.parse(event.what()), zone) : event.what(),
        "value",
        orNull(event.value()));
  }

  public static JsonObject books(BooksPage page, AlertCounts alerts, OutboxCounts deliveries) {
    return BooksJson.of(page, alerts, deliveries);
  }

  /** The three lines that a run ends with. */
  public static String summary(BooksPage page, AlertCounts alerts, OutboxCounts deliveries) {
    return "%s\nalerts    raised %d, cleared %d; messages to citizens: delivered %d, unclear %d, undeliverable %d"
        .formatted(
            page.summary(),
            alerts.raised(),
            alerts.cleared(),
            deliveries.delivered(),
            deliveries.unclear(),
            deliveries.undeliverable());
  }

  static JsonObject station(
      Station station,
      LocalDate today,
      List<Device> devices,
      JsonObject latest,
      Freshness freshness) {
    return JsonObject.of(
        "id",
        station.id().value(),
        "name",
        station.name(),
        "kind",
        station.kind().word(),
        "lat",
        orNull(station.position().map(Position::lat)),
        "lon",
        orNull(station.position().map(Position::lon)),
        "river_km",
        orNull(station.riverKm()),
        "admin",
        orNull(station.adminOn(today)),
        "devices",
        new JsonArray(devices.stream().map(device -> device.id().value()).toList()),
        "latest",
        latest,
        "freshness",
        freshness.word());
  }

  static JsonObject latest(Quantity quantity, Latest latest, Optional<Trend> trend, ZoneId zone) {
    return JsonObject.of(
        "value",
        latest.value(),
        "unit",
        quantity.unit(),
        "time",
        time(latest.time(), zone),
        "quality",
        latest.quality().flag(),
        "trend",
        orNull(trend.map(Trend::word)));
  }

  static JsonObject point(Sample sample, ZoneId zone) {
    return JsonObject.of(
        "time",
        time(sample.time(), zone),
        "value",
        sample.value(),
        "device",
        orNull(sample.device().map(Object::toString)),
        "quality",
        orNull(sample.quality()));
  }

  static JsonObject rejected(RejectedMessage message, boolean isReplayable, ZoneId zone) {
    return JsonObject.of(
        "id",
        message.id().toString(),
        "time",
        time(message.time(), zone),
        "source",
        message.source(),
        "topic",
        PhoneNumber.hiddenIn(message.topic()),
        "reason",
        message.reason().word(),
        "field",
        orNull(message.field()),
        "detail",
        message.detail(),
        "replayable",
        isReplayable);
  }

  static JsonObject forgotten(Sender sender, long messages) {
    return JsonObject.of(
        "source",
        sender.source(),
        "device",
        orNull(sender.device().map(DeviceId::value)),
        "messages",
        messages);
  }

  static JsonObject replayed(Replays.Logged logged) {
    return JsonObject.of(
            "id",
            logged.id().toString(),
            "replayed_as",
            logged.as().toString(),
            "outcome",
            logged.outcome().word())
        .mergeIn(why(logged.outcome()));
  }

  /** Why it is no reading; nothing where it is one, or a copy of one. */
  static JsonObject why(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> new JsonObject();
      case Outcome.Rejected rejected ->
          JsonObject.of(
              "reason",
              rejected.reason().word(),
              "field",
              orNull(rejected.field()),
              "detail",
              rejected.detail());
      case Outcome.Ignored ignored -> JsonObject.of("reason", ignored.reason());
      case Outcome.Duplicate duplicate -> new JsonObject();
    };
  }

  /** How far telling people of a change has come. */
  static JsonObject fanout(Fanout fanout, ZoneId zone) {
    return JsonObject.of(
        "name",
        fanout.name(),
        "time",
        time(fanout.at(), zone),
        "total",
        fanout.total(),
        "waiting",
        fanout.waiting(),
        "delivered",
        fanout.delivered(),
        "received",
        fanout.received(),
        "unclear",
        fanout.unclear(),
        "undeliverable",
        fanout.undeliverable(),
        "stopped",
        fanout.stopped());
  }

  static JsonObject parked(ParkedMessage message, ZoneId zone) {
    return JsonObject.of(
        "id",
        message.id(),
        "fate",
        message.fate().name().toLowerCase(Locale.ROOT),
        "reason",
        message.reason(),
        "attempts",
        message.attempts(),
        "time",
        time(message.at(), zone));
  }

  static JsonObject rule(Rule rule) {
    return RuleJson.of(rule);
  }

  private static String time(Instant time, ZoneId zone) {
    return Times.written(time, zone);
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
