package vn.vam.core.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Stage;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.reading.Reading.Counted;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.Registry;

/**
 * Turns running totals into counts: what came since the total before. A total that falls has rolled
 * over, where it had been close to the end of its 16 or 32 bits, or the counter was reset and has
 * counted from nought since. How many bits it has the configuration tells. Where it does not, one
 * that was ever beyond 16 bits does not roll over there, and of one that was not a fall near their
 * end is a roll-over if the lane was ever half as busy as it would have been, a reset if not, and
 * no count where nothing had been counted yet. The first total, one that comes late, and one after
 * more than a day gives no count. As all intervals, one that is found so is known by its start, the
 * time of the total before; the total itself keeps the time it was read at, so that none takes the
 * place of the one before.
 *
 * <p>Totals are kept every minute and every {@value #MOST_UNKEPT} batches of the log, of which a
 * restart recalls more.
 */
public final class CountsFromTotals implements Stage {
  private static final double END_OF_SHORT = 1 << 16;
  private static final double END_OF_LONG = 1L << 32;

  /** Nearer to the end than this share of it. */
  private static final double CLOSE = 0.1;

  /** No lane passes more vehicles a second. */
  private static final double MOST_PER_SECOND = 20;

  private static final Duration KEPT_EVERY = Duration.ofMinutes(1);
  private static final int MOST_UNKEPT = 1_000;

  private record Lane(DeviceId device, String lane, String direction) {}

  private final Supplier<Registry> registry;
  private final KeptTotals kept;
  private final Map<Lane, RunningTotal> totals = new HashMap<>();
  private boolean isUnkept;
  private int unkeptBatches;
  private Instant keptAt = Instant.MIN;
  private Instant now = Instant.MIN;

  public CountsFromTotals(Supplier<Registry> registry, KeptTotals kept) {
    this.registry = registry;
    this.kept = kept;
    kept.load().forEach(this::put);
  }

  @Override
  public Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted) {
    now = message.arrivedAt();
    if (accepted.readings().stream().noneMatch(CountsFromTotals::tellsTotal)) {
      return accepted;
    }
    List<Reading> all = new ArrayList<>(accepted.readings().size());
    accepted.readings().forEach(reading -> all.addAll(counted(reading)));
    return all.size() == accepted.readings().size() ? accepted : accepted.with(all);
  }

  @Override
  public void recall(RawMessage message, Outcome.Accepted accepted) {
    accepted.readings().forEach(this::counted);
  }

  @Override
  public void logged() {
    unkeptBatches++;
    boolean isDue =
        unkeptBatches >= MOST_UNKEPT
            || now.isBefore(keptAt)
            || Duration.between(keptAt, now).compareTo(KEPT_EVERY) >= 0;
    if (isUnkept && isDue) {
      kept.keep(List.copyOf(totals.values()));
      isUnkept = false;
      unkeptBatches = 0;
      keptAt = now;
    }
  }

  private List<Reading> counted(Reading reading) {
    return reading instanceof Counted lane && tellsTotal(lane)
        ? counted(lane, lane.values().getOrDefault(Quantity.COUNT_TOTAL, 0.0))
        : List.of(reading);
  }

  private static boolean tellsTotal(Reading reading) {
    return reading instanceof Counted lane && lane.values().containsKey(Quantity.COUNT_TOTAL);
  }

  private List<Reading> counted(Counted reading, double total) {
    RunningTotal before = totals.get(lane(reading));
    Instant end = end(reading);
    if (before != null && !end.isAfter(before.at())) {
      return List.of(reading);
    }
    RunningTotal after = next(Optional.ofNullable(before), reading, end, total);
    put(after);
    isUnkept = true;
    return before == null || reading.values().containsKey(Quantity.COUNT)
        ? List.of(reading)
        : completed(reading, before, after);
  }

  private static Lane lane(Counted reading) {
    return new Lane(reading.device(), reading.lane(), reading.direction());
  }

  private void put(RunningTotal total) {
    totals.put(new Lane(total.device(), total.lane(), total.direction()), total);
  }

  private static RunningTotal next(
      Optional<RunningTotal> before, Counted reading, Instant at, double total) {
    return new RunningTotal(
        reading.device(),
        reading.lane(),
        reading.direction(),
        at,
        total,
        before.map(last -> Math.max(last.most(), total)).orElse(total),
        before.map(last -> fastest(last, at, total)).orElse(0.0));
  }

  private static double fastest(RunningTotal before, Instant at, double total) {
    double came = (total - before.total()) / seconds(Duration.between(before.at(), at));
    return came <= MOST_PER_SECOND ? Math.max(before.fastest(), came) : before.fastest();
  }

  /** A total is read when its interval is over. */
  private static Instant end(Counted reading) {
    double seconds = reading.values().getOrDefault(Quantity.INTERVAL, 0.0);
    return Quantity.INTERVAL.isPossible(seconds)
        ? reading.takenAt().plusMillis(Math.round(seconds * 1_000))
        : reading.takenAt();
  }

  private List<Reading> completed(Counted reading, RunningTotal before, RunningTotal after) {
    Duration between = Duration.between(before.at(), after.at());
    OptionalDouble count = since(before, after.total(), seconds(between));
    double seconds = between.toMillis() / 1_000.0;
    if (count.isEmpty()
        || !Quantity.COUNT.isPossible(count.getAsDouble())
        || !Quantity.INTERVAL.isPossible(seconds)) {
      return List.of(reading);
    }
    Map<Quantity, Double> values = new EnumMap<>(reading.values());
    values.remove(Quantity.COUNT_TOTAL);
    values.put(Quantity.COUNT, count.getAsDouble());
    values.put(Quantity.INTERVAL, seconds);
    Map<Quantity, Double> itself = Map.of(Quantity.COUNT_TOTAL, after.total());
    return List.of(reading.with(values).at(before.at()), reading.with(itself).at(after.at()));
  }

  /** At least one. */
  private static double seconds(Duration between) {
    return Math.max(1, between.toSeconds());
  }

  private OptionalDouble since(RunningTotal before, double total, double seconds) {
    double most = MOST_PER_SECOND * seconds;
    if (total >= before.total()) {
      return atMost(most, total - before.total());
    }
    Optional<Double> told = end(before.device());
    double end = told.orElse(before.most() < END_OF_SHORT ? END_OF_SHORT : END_OF_LONG);
    double rolled = total + end - before.total();
    boolean canRoll = before.total() < end && before.total() > end * (1 - CLOSE) && rolled <= most;
    if (canRoll && told.isEmpty() && end == END_OF_SHORT) {
      return likelier(before, total, rolled, seconds);
    }
    return canRoll ? OptionalDouble.of(rolled) : atMost(most, total);
  }

  /** Of a lane that was never busy, nobody can say. */
  private static OptionalDouble likelier(
      RunningTotal before, double total, double rolled, double seconds) {
    if (before.fastest() == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(rolled <= 2 * before.fastest() * seconds ? rolled : total);
  }

  private static OptionalDouble atMost(double most, double count) {
    return count <= most ? OptionalDouble.of(count) : OptionalDouble.empty();
  }

  private Optional<Double> end(DeviceId device) {
    return registry
        .get()
        .device(device)
        .flatMap(known -> known.traits().totalBits())
        .map(bits -> bits == Short.SIZE ? END_OF_SHORT : END_OF_LONG);
  }
}
