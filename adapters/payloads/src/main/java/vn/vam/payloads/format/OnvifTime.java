package vn.vam.payloads.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.payloads.field.DeviceClock;
import vn.vam.payloads.field.TakenAt;

/**
 * When an event happened. Dahua's gateways write local wall time as if it were UTC into {@code
 * UTC}, seven hours ahead in Việt Nam, and the true time beside it into {@code RealUTC}.
 */
final class OnvifTime {
  /** Larger numbers are no seconds. */
  private static final long SECONDS = 100_000_000_000L;

  private OnvifTime() {}

  static TakenAt of(OnvifEvent event, DeviceClock clock, Instant arrivedAt) {
    Optional<JsonNode> said = first(event, "RealUTC").or(() -> first(event, "UtcTime"));
    return said.isPresent()
        ? clock.read(said, arrivedAt)
        : localAsUtc(clock.read(first(event, "UTC"), arrivedAt), event, clock, arrivedAt);
  }

  private static Optional<JsonNode> first(OnvifEvent event, String name) {
    return Stream.of(event.body(), event.data())
        .map(object -> object.path(name))
        .filter(value -> !value.isMissingNode() && !value.isNull())
        .findFirst();
  }

  /** Only where it cannot have been UTC. */
  private static TakenAt localAsUtc(
      TakenAt taken, OnvifEvent event, DeviceClock clock, Instant arrivedAt) {
    if (taken.source() != TakenAt.Source.ARRIVAL_INSTEAD) {
      return taken;
    }
    return first(event, "UTC")
        .filter(JsonNode::canConvertToLong)
        .map(JsonNode::longValue)
        .filter(seconds -> seconds > -SECONDS && seconds < SECONDS)
        .map(seconds -> Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).toLocalDateTime())
        .map(local -> local.atZone(clock.zone()).toInstant())
        .map(time -> clock.believedOr(time, arrivedAt))
        .orElse(taken);
  }
}
