package vn.vam.runtime.flow;

import io.vertx.core.AbstractVerticle;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;

/** Lets the log go of what all of its readers have passed. */
public final class RetentionVerticle extends AbstractVerticle {
  /** A full disk waits for it. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final ReadingLog readingLog;
  private final List<Supplier<Place>> readers;

  public RetentionVerticle(ReadingLog readingLog, List<Supplier<Place>> readers) {
    this.readingLog = readingLog;
    this.readers = List.copyOf(readers);
  }

  @Override
  public void start() {
    vertx.setPeriodic(EVERY.toMillis(), timer -> release());
  }

  private void release() {
    vertx.executeBlocking(
        () -> {
          long slowest = readers.stream().mapToLong(reader -> reader.get().batch()).min().orElse(0);
          readingLog.release(Place.of(slowest));
          return null;
        });
  }
}
