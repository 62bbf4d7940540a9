package vn.vam.payloads.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far a device's clock is believed. Devices without a set clock say 1970 or 1980, broken ones
 * 2036; local time sent as UTC is seven hours ahead. All of them are replaced by the arrival.
 *
 * @param zone of times written without one
 * @param format how times are written
 * @param earliest no device of ours is older than this
 * @param mostAhead how far behind the device's clock ours may be
 */
public record DeviceClock(ZoneId zone, TimeFormat format, Instant earliest, Duration mostAhead) {
  public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  public static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");
  public static final Duration MOST_AHEAD = Duration.ofMinutes(5);
  public static final DeviceClock USUAL =
      new DeviceClock(VIETNAM, TimeFormat.AUTO, EARLIEST, MOST_AHEAD);

  public DeviceClock in(ZoneId other) {
    return new DeviceClock(other, format, earliest, mostAhead);
  }

  public DeviceClock reading(TimeFormat other) {
    return new DeviceClock(zone, other, earliest, mostAhead);
  }

  /**
   * @param said what the message holds as its time
   */
  public TakenAt read(Optional<JsonNode> said, Instant arrivedAt) {
    if (said.isEmpty()) {
      return new TakenAt(arrivedAt, TakenAt.Source.ARRIVAL);
    }
    return Times.read(said.orElseThrow(), format, zone)
        .map(time -> believedOr(time, arrivedAt))
        .orElse(new TakenAt(arrivedAt, TakenAt.Source.ARRIVAL_FOR_UNREADABLE));
  }

  /** The time itself, or where it is senseless that of the arrival. */
  public TakenAt believedOr(Instant time, Instant arrivedAt) {
    boolean sane = !time.isBefore(earliest) && !time.isAfter(arrivedAt.plus(mostAhead));
    return sane
        ? new TakenAt(time.truncatedTo(ChronoUnit.MILLIS), TakenAt.Source.DEVICE)
        : new TakenAt(arrivedAt, TakenAt.Source.ARRIVAL_INSTEAD);
  }
}
