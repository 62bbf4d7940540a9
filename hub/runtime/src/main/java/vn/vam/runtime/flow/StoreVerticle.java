package vn.vam.runtime.flow;

import java.time.Duration;

/** Keeps readings in the database. */
public final class StoreVerticle extends LoopVerticle {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final StoreReader reader;

  public StoreVerticle(StoreReader reader, Signal logGrew) {
    super(new Loop("store", logGrew, LONGEST_PAUSE, reader::turn));
    this.reader = reader;
  }

  @Override
  void finish() {
    reader.finish();
  }
}
