package vn.vam.core.message;

/**
 * Keys beside one another in one array: a million of them are one object to the collector, where a
 * set of records is two million. The key of nothing but zeros, one of 2^128, is never held.
 */
final class KeySet {
  private static final int FEWEST_SLOTS = 1_024;
  private static final int LONGS = 2;

  private long[] slots = new long[FEWEST_SLOTS * LONGS];
  private int size;

  int size() {
    return size;
  }

  boolean contains(IdentityKey key) {
    return holds(slotOf(key), key);
  }

  /** Keeps at least every third slot free, so that a free one is never far. */
  void add(IdentityKey key) {
    int slot = slotOf(key);
    if (holds(slot, key)) {
      return;
    }
    put(slot, key.high(), key.low());
    size++;
    if (size > slots.length / LONGS * 2 / 3) {
      grow();
    }
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int at = 0; at < old.length; at += LONGS) {
      if (old[at] != 0 || old[at + 1] != 0) {
        put(slotOf(old[at], old[at + 1]), old[at], old[at + 1]);
      }
    }
  }

  private void put(int slot, long high, long low) {
    slots[slot] = high;
    slots[slot + 1] = low;
  }

  private boolean holds(int slot, IdentityKey key) {
    return (slots[slot] != 0 || slots[slot + 1] != 0)
        && slots[slot] == key.high()
        && slots[slot + 1] == key.low();
  }

  private int slotOf(IdentityKey key) {
    return slotOf(key.high(), key.low());
  }

  /** Where the key stands, or the free slot where it would. A hash is as good as its own digits. */
  private int slotOf(long high, long low) {
    int last = slots.length - LONGS;
    int slot = (int) low & last;
    while ((slots[slot] != 0 || slots[slot + 1] != 0)
        && (slots[slot] != high || slots[slot + 1] != low)) {
      slot = slot + LONGS & last;
    }
    return slot;
  }
}
