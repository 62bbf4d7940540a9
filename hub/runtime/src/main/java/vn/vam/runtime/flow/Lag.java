package vn.vam.runtime.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import vn.vam.core.log.LogBatch;

/**
 * How far a reader is behind: the age of the message it passed last, or nothing once it has read
 * everything.
 */
public final class Lag {
  private final AtomicReference<Optional<Instant>> passed = new AtomicReference<>(Optional.empty());

  public Lag(String reader, Clock clock, MeterRegistry metrics) {
    metrics.gauge(
        "vam.log.lag.seconds",
        List.of(Tag.of("reader", reader)),
        this,
        lag -> lag.seconds(clock.instant()));
  }

  void passed(List<LogBatch> batches) {
    if (batches.isEmpty()) {
      passed.set(Optional.empty());
    } else {
      passed(batches.getLast().entries().getLast().message().arrivedAt());
    }
  }

  void passed(Instant arrivedAt) {
    passed.set(Optional.of(arrivedAt));
  }

  double seconds(Instant now) {
    return passed
        .get()
        .map(arrivedAt -> Math.max(0, Duration.between(arrivedAt, now).toMillis() / 1_000.0))
        .orElse(0.0);
  }
}
