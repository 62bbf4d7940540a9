package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import vn.vam.core.alert.AlertTrail.Decision;
import vn.vam.core.citizen.PhoneNumber;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.MessageId;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.notify.Fanouts.Fanout;
import vn.vam.core.point.LineProtocol;
import vn.vam.core.point.PointLimits;
import vn.vam.core.point.Points;
import vn.vam.core.reading.Reading;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.DeviceId;

/** The steps of a message's way as JSON. Nothing here names a citizen. */
final class TraceJson {
  private static final int LONGEST_PAYLOAD = 4_096;

  private TraceJson() {}

  static JsonObject message(MessageId id, LogEntry entry, ZoneId zone) {
    RawMessage message = entry.message();
    return JsonObject.of(
        "id",
        id.toString(),
        "time",
        Times.written(message.arrivedAt(), zone),
        "source",
        message.source(),
        "topic",
        PhoneNumber.hiddenIn(message.topic()),
        "outcome",
        entry.outcome().word(),
        "device",
        entry.outcome().knownDevice().map(DeviceId::value).orElse(null));
  }

  /** As the log keeps it: without personal data, or nothing where it is encrypted or left out. */
  static JsonObject payload(Envelope envelope) {
    Payload payload = envelope.message().payload();
    JsonObject json = JsonObject.of("kept", envelope.kept().word(), "bytes", payload.size());
    if (envelope.kept() == Envelope.Kept.SEALED || payload.size() > LONGEST_PAYLOAD) {
      return json;
    }
    return payload
        .text()
        .map(text -> json.put("text", text))
        .orElseGet(() -> json.put("hex", HexFormat.of().formatHex(payload.bytes())));
  }

  static JsonObject decoded(Outcome outcome, ZoneId zone) {
    return outcome instanceof Outcome.Accepted accepted
        ? JsonObject.of("dropped_fields", accepted.dropped(), "readings", readings(accepted, zone))
        : ApiJson.why(outcome);
  }

  private static JsonArray readings(Outcome.Accepted accepted, ZoneId zone) {
    JsonArray readings = new JsonArray();
    for (Reading reading : accepted.readings()) {
      readings.add(
          JsonObject.of(
              "station",
              reading.station().value(),
              "time",
              Times.written(reading.takenAt(), zone),
              "values",
              values(reading),
              "quality",
              reading.quality().flag(),
              "past",
              reading instanceof Reading.Past));
    }
    return readings;
  }

  /** By quantity; empty for what a camera saw. */
  private static JsonObject values(Reading reading) {
    JsonObject values = new JsonObject();
    Observation.of(reading instanceof Reading.Past past ? past.reading() : reading)
        .forEach(value -> values.put(value.quantity().field(), value.value()));
    return values;
  }

  /** As line protocol. */
  static JsonArray points(List<Reading> readings) {
    return new JsonArray(
        Points.of(readings).stream()
            .filter(point -> PointLimits.brokenBy(point).isEmpty())
            .map(LineProtocol::of)
            .toList());
  }

  static JsonObject decision(Decision decision, List<Fanout> told, ZoneId zone) {
    return JsonObject.of(
        "alert",
        decision.alert(),
        "rule",
        decision.rule().value(),
        "change",
        decision.event().kind().word(),
        "severity",
        decision.event().what(),
        "time",
        Times.written(decision.event().at(), zone),
        "value",
        decision.event().value().orElse(null),
        "told",
        new JsonArray(told.stream().map(one -> ApiJson.fanout(one, zone)).toList()));
  }
}
