package vn.vam.sim.bench;

import java.util.BitSet;
import java.util.List;

/**
 * Who saw which numbers.
 *
 * @param published acknowledged by a broker, to the probes
 * @param promised acknowledged by the hub
 * @param stored in the database
 * @param doubled there with more than one point
 */
record Witnesses(BitSet published, BitSet promised, BitSet stored, BitSet doubled) {
  /**
   * @param points the number of each point in the database
   */
  static Witnesses of(BitSet published, BitSet promised, List<Integer> points) {
    BitSet stored = new BitSet();
    BitSet doubled = new BitSet();
    for (int number : points) {
      (stored.get(number) ? doubled : stored).set(number);
    }
    return new Witnesses(published, promised, stored, doubled);
  }

  /** What they say of some of the numbers. */
  Witnesses of(BitSet numbers) {
    return new Witnesses(
        common(published, numbers),
        common(promised, numbers),
        common(stored, numbers),
        common(doubled, numbers));
  }

  Fates fates() {
    return new Fates(
        published.cardinality(),
        promised.cardinality(),
        stored.cardinality(),
        Numbers.missing(promised, stored),
        doubled.cardinality(),
        Numbers.missing(published, promised, stored));
  }

  private static BitSet common(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both;
  }
}
