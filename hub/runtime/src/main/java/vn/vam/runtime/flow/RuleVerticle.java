package vn.vam.runtime.flow;

import java.time.Duration;

/** Turns readings into alerts. */
public final class RuleVerticle extends LoopVerticle {
  private final RuleReader reader;

  public RuleVerticle(RuleReader reader, Signal logGrew) {
    super(new Loop("rules", logGrew, Duration.ofSeconds(1), reader::turn));
    this.reader = reader;
  }

  @Override
  void finish() {
    reader.commit();
  }
}
