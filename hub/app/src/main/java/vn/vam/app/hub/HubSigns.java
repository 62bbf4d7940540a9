package vn.vam.app.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import vn.vam.core.alert.Trouble;
import vn.vam.core.log.ReadingLog;
import vn.vam.runtime.flow.Lag;

/** What the hub's own parts tell of its health. May block; one caller at a time. */
final class HubSigns {
  /** How long a loss of the broker's is a trouble of now. */
  private static final Duration LOSS_COUNTS = Duration.ofMinutes(10);

  private final BooleanSupplier connected;
  private final BooleanSupplier writing;
  private final BooleanSupplier storing;
  private final ReadingLog log;
  private final Duration mostLag;
  private final ZaloHealth zalo;
  private final MeterRegistry metrics;
  private final Clock clock;
  private double lost;
  private Instant lostAt = Instant.MIN;

  /**
   * @param connected whether every connection to a broker stands
   * @param writing whether the log takes messages
   * @param storing whether the store takes points
   * @param mostLag how far behind a reader may be
   */
  HubSigns(
      BooleanSupplier connected,
      BooleanSupplier writing,
      BooleanSupplier storing,
      ReadingLog log,
      Duration mostLag,
      ZaloHealth zalo,
      MeterRegistry metrics,
      Clock clock) {
    this.connected = connected;
    this.writing = writing;
    this.storing = storing;
    this.log = log;
    this.mostLag = mostLag;
    this.zalo = zalo;
    this.metrics = metrics;
    this.clock = clock;
  }

  Map<Trouble, OptionalDouble> look() {
    Map<Trouble, OptionalDouble> signs = new EnumMap<>(Trouble.class);
    signs.put(Trouble.BROKER, present(!connected.getAsBoolean(), 1));
    signs.put(Trouble.BROKER_LOSS, loss());
    signs.put(Trouble.DISK, present(!writing.getAsBoolean() || !log.figures().hasReserve(), 1));
    signs.putAll(behind(storing.getAsBoolean()));
    signs.putAll(zalo.signs());
    return signs;
  }

  /**
   * A store that takes nothing explains that its reader is behind: that is one trouble, not two,
   * and says nothing of the other readers.
   */
  private Map<Trouble, OptionalDouble> behind(boolean isStoring) {
    double lag = lag(reader -> isStoring || !reader.equals(Lag.STORE));
    boolean isBehind = lag > mostLag.toSeconds();
    OptionalDouble away = present(!isStoring, 1);
    return isStoring || isBehind
        ? Map.of(Trouble.DATABASE, away, Trouble.LAG, present(isBehind, Math.round(lag)))
        : Map.of(Trouble.DATABASE, away);
  }

  private double lag(Predicate<String> counts) {
    return metrics.find(Lag.GAUGE).gauges().stream()
        .filter(gauge -> counts.test(String.valueOf(gauge.getId().getTag(Lag.READER))))
        .mapToDouble(Gauge::value)
        .max()
        .orElse(0);
  }

  private OptionalDouble loss() {
    double now = highest("vam.broker.dropped");
    if (now > lost) {
      lostAt = clock.instant();
    }
    lost = now;
    boolean lately =
        !lostAt.equals(Instant.MIN) && lostAt.plus(LOSS_COUNTS).isAfter(clock.instant());
    return present(lately, now);
  }

  private double highest(String gauge) {
    return metrics.find(gauge).gauges().stream().mapToDouble(Gauge::value).max().orElse(0);
  }

  private static OptionalDouble present(boolean present, double value) {
    return present ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
