package vn.vam.sim.bench;

import java.util.BitSet;

/** A growing set of message numbers, for several threads. */
final class Numbers {
  private final BitSet set = new BitSet();

  synchronized void add(int number) {
    set.set(number);
  }

  synchronized int size() {
    return set.cardinality();
  }

  synchronized BitSet copy() {
    return (BitSet) set.clone();
  }

  /** How many of the first are not in any of the others. */
  static int missing(BitSet of, BitSet... in) {
    BitSet left = (BitSet) of.clone();
    for (BitSet one : in) {
      left.andNot(one);
    }
    return left.cardinality();
  }
}
