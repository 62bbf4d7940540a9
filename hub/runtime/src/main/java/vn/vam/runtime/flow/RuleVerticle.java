package vn.vam.runtime.flow;

import java.time.Duration;

/** Turns readings into alerts. */
public final class RuleVerticle extends LoopVerticle {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final RuleReader reader;

  public RuleVerticle(RuleReader reader, Signal logGrew) {
    super("rules", logGrew, LONGEST_PAUSE);
    this.reader = reader;
  }

  @Override
  public Duration turn() {
    return reader.turn();
  }

  @Override
  protected void finish() {
    reader.commit();
  }
}
