package vn.vam.runtime.flow;

import java.time.Duration;

/** Keeps readings in the database. */
public final class StoreVerticle extends LoopVerticle {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final StoreReader reader;

  public StoreVerticle(StoreReader reader, Signal logGrew) {
    super("store", logGrew, LONGEST_PAUSE);
    this.reader = reader;
  }

  @Override
  public Duration turn() throws InterruptedException {
    return reader.turn();
  }

  @Override
  protected void finish() {
    reader.finish();
  }
}
