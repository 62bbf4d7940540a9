package vn.vam.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.Counted;
import vn.vam.core.station.DeviceId;

/**
 * Turns running totals into counts: what came since the total before. A total that falls has rolled
 * over, where it had been close to the end of 16 or 32 bits, or the counter was reset and has
 * counted from nought since. One that was ever beyond 16 bits does not roll over there. The first
 * total, one that comes late, and one after more than a day gives no count. As all intervals, one
 * that is found so is known by its start, the time of the total before, and so is the total that
 * ends it.
 */
public final class CountsFromTotals implements Stage {
  private static final double END_OF_SHORT = 1 << 16;
  private static final double END_OF_LONG = 1L << 32;

  /** Nearer to the end than this share of it. */
  private static final double CLOSE = 0.1;

  /** No lane passes more vehicles a second. */
  private static final double MOST_PER_SECOND = 20;

  private record Lane(DeviceId device, String lane, String direction) {}

  /**
   * @param most the largest total ever told
   */
  private record Total(Instant at, double total, double most) {
    double end() {
      return most < END_OF_SHORT ? END_OF_SHORT : END_OF_LONG;
    }
  }

  private final Map<Lane, Total> totals = new HashMap<>();

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    return accepted.each(this::counted);
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    accepted.readings().forEach(this::counted);
  }

  private Reading counted(Reading reading) {
    return reading instanceof Counted lane && lane.values().containsKey(Quantity.COUNT_TOTAL)
        ? counted(lane, lane.values().getOrDefault(Quantity.COUNT_TOTAL, 0.0))
        : reading;
  }

  private Counted counted(Counted reading, double total) {
    Lane lane = new Lane(reading.device(), reading.lane(), reading.direction());
    Total before = totals.get(lane);
    Instant end = end(reading);
    if (before != null && !end.isAfter(before.at())) {
      return reading;
    }
    Total now = new Total(end, total, before == null ? total : Math.max(before.most(), total));
    totals.put(lane, now);
    return before == null || reading.values().containsKey(Quantity.COUNT)
        ? reading
        : completed(reading, before, now);
  }

  /** A total is read when its interval is over. */
  private static Instant end(Counted reading) {
    double seconds = reading.values().getOrDefault(Quantity.INTERVAL, 0.0);
    return Quantity.INTERVAL.isPossible(seconds)
        ? reading.takenAt().plusMillis(Math.round(seconds * 1_000))
        : reading.takenAt();
  }

  private static Counted completed(Counted reading, Total before, Total now) {
    Duration between = Duration.between(before.at(), now.at());
    OptionalDouble count = since(before, now.total(), between);
    double seconds = between.toMillis() / 1_000.0;
    if (count.isEmpty()
        || !Quantity.COUNT.isPossible(count.getAsDouble())
        || !Quantity.INTERVAL.isPossible(seconds)) {
      return reading;
    }
    Map<Quantity, Double> values = new EnumMap<>(reading.values());
    values.put(Quantity.COUNT, count.getAsDouble());
    values.put(Quantity.INTERVAL, seconds);
    return reading.with(values).at(before.at());
  }

  private static OptionalDouble since(Total last, double total, Duration between) {
    double before = last.total();
    double most = MOST_PER_SECOND * Math.max(1, between.toSeconds());
    if (total >= before) {
      return total - before <= most ? OptionalDouble.of(total - before) : OptionalDouble.empty();
    }
    double end = last.end();
    if (before < end && before > end * (1 - CLOSE) && total + end - before <= most) {
      return OptionalDouble.of(total + end - before);
    }
    return total <= most ? OptionalDouble.of(total) : OptionalDouble.empty();
  }
}
