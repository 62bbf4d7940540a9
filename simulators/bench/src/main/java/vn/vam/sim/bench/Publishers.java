package vn.vam.sim.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** All who publish numbered messages: to the broker beside the hub, and to the one within it. */
final class Publishers implements AutoCloseable {
  /** The forms that the probes of the broker beside the hub take in turn. */
  static final List<Form> BESIDE = List.of(Form.NATIVE, Form.CHIRPSTACK, Form.SENML, Form.LINES);

  private final AtomicInteger next = new AtomicInteger();
  private final NumberedMessages beside;
  private final List<NumberedMessages> within = new ArrayList<>();

  Publishers(String broker, int perSecond) {
    beside = new NumberedMessages(broker, perSecond, next, BESIDE);
  }

  /** As many more, to the hub's own broker. */
  void publishWithin(String broker, int perSecond) {
    within.add(new NumberedMessages(broker, perSecond, next, List.of(Form.EMBEDDED)));
  }

  int published() {
    return next.get();
  }

  /** What a broker acknowledged to the probes. */
  BitSet acknowledged() {
    BitSet all = acknowledgedWithin();
    all.or(beside.acknowledged().copy());
    return all;
  }

  /** The part of it that the hub itself acknowledged, as the broker within it. */
  BitSet acknowledgedWithin() {
    BitSet all = new BitSet();
    within.forEach(one -> all.or(one.acknowledged().copy()));
    return all;
  }

  /** None publishes any more, and what a broker still has to acknowledge it has. */
  void finish() throws InterruptedException {
    beside.finish();
    for (NumberedMessages one : within) {
      one.finish();
    }
  }

  @Override
  public void close() {
    beside.close();
    within.forEach(NumberedMessages::close);
  }
}
