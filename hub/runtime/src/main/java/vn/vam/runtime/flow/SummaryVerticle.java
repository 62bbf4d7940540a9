package vn.vam.runtime.flow;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.point.PointStore.StoreUnavailable;
import vn.vam.core.point.TieredStore;
import vn.vam.core.station.Registry;

/** Sums up windows that are over, soon after they are. */
public final class SummaryVerticle extends LoopVerticle {
  private static final Logger log = LoggerFactory.getLogger(SummaryVerticle.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final TieredStore store;
  private final Supplier<? extends Registry> registry;
  private boolean waiting;

  public SummaryVerticle(TieredStore store, Supplier<? extends Registry> registry) {
    super("summaries", new Signal(), PAUSE);
    this.store = store;
    this.registry = registry;
  }

  @Override
  public Duration turn() {
    try {
      int done = store.sumUp(registry.get().stations());
      waiting = false;
      return done == 0 ? PAUSE : Duration.ofMillis(1);
    } catch (StoreUnavailable away) {
      if (!waiting) {
        log.warn("windows wait to be summed up, reason={}", away.getMessage());
      }
      waiting = true;
      return PAUSE;
    }
  }
}
