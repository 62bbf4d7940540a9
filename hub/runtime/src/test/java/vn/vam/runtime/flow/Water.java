package vn.vam.runtime.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.log.LogEntry;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.Identity;
import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Redactor;
import vn.vam.core.message.RejectReason;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** Messages of one probe, in a language of their own: {@code 3 4.2} is minute and salinity. */
final class Water {
  static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  static final DeviceId PROBE = new DeviceId("xuan-hoa-1");
  static final StationId XUAN_HOA = new StationId("xuan-hoa");
  static final String SOURCE = "native";

  private Water() {}

  static Outcome.Decoded decode(RawMessage message) {
    String text = message.payload().text().orElse("");
    return switch (text) {
      case "broken" ->
          new Outcome.Rejected(
              Optional.of(PROBE), RejectReason.MALFORMED_JSON, Optional.empty(), "expected {");
      case "kept" -> new Outcome.Ignored(Optional.of(PROBE), "retained");
      case "timeless" -> accepted(new Identity.None(), salt(0, 4));
      case "mistake" -> throw new IllegalStateException("a mistake of our own");
      case "deep" -> throw new StackOverflowError();
      case "flood" -> accepted(new Identity.SourceId("e-1"), flood());
      default -> accepted(new Identity.DeviceTime(), salt(text));
    };
  }

  private static Reading salt(String text) {
    String[] words = text.split(" ", 2);
    return salt(Integer.parseInt(words[0]), Double.parseDouble(words[1]));
  }

  static Reading salt(int minute, double value) {
    return new Reading.Measured(
        PROBE, XUAN_HOA, Quantity.SALINITY, value, Quality.PASS, minute(minute));
  }

  static Reading warmth(int minute, double value) {
    return new Reading.Measured(
        PROBE, XUAN_HOA, Quantity.TEMPERATURE, value, Quality.PASS, minute(minute));
  }

  static Reading.CameraEvent flood() {
    return new Reading.CameraEvent(
        PROBE,
        XUAN_HOA,
        "e-1",
        CameraEventType.FLOOD,
        CameraPhase.NEW,
        Optional.empty(),
        Optional.empty(),
        Quality.PASS,
        NOON);
  }

  static Outcome.Accepted accepted(Identity identity, Reading... readings) {
    return new Outcome.Accepted(PROBE, List.of(readings), identity, 0);
  }

  static Instant minute(int minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  static RawMessage message(String text) {
    return message("vam/v1/salinity/xuan-hoa-1", text);
  }

  static RawMessage message(String topic, String text) {
    return message(topic, text, NOON);
  }

  private static RawMessage message(String topic, String text, Instant arrivedAt) {
    return new RawMessage(SOURCE, "c-1", topic, Payload.ofText(text), false, arrivedAt);
  }

  /** As the intake logs it. */
  static LogEntry entry(String text) {
    return entry(text, NOON);
  }

  static LogEntry entry(String text, Instant arrivedAt) {
    RawMessage message = message("vam/v1/salinity/xuan-hoa-1", text, arrivedAt);
    Outcome.Decoded decoded = decode(message);
    Identity identity =
        decoded instanceof Outcome.Accepted accepted ? accepted.identity() : new Identity.None();
    return new LogEntry(message, decoded, IdentityKey.of(message, identity));
  }

  static LogEntry entry(Reading... readings) {
    RawMessage message = message("several");
    return new LogEntry(
        message,
        accepted(new Identity.DeviceTime(), readings),
        IdentityKey.of(message, new Identity.DeviceTime()));
  }

  static Ingest ingest(DuplicateFilter duplicates) {
    return ingest(duplicates, List.of());
  }

  static Ingest ingest(DuplicateFilter duplicates, List<Stage> stages) {
    return new Ingest(
        Map.of(SOURCE, new Ingest.Source(decoder(), Redactor.NOTHING)), duplicates, stages);
  }

  static Decoder decoder() {
    return Water::decode;
  }
}
