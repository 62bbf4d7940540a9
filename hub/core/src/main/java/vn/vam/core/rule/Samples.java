package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vam.core.rule.Measure.Sample;

/**
 * Values of a series as far back as the longest window asks for, in order of their own time,
 * whatever the order in which they came. What lies further back than that behind the newest is let
 * go, and the oldest where there are too many.
 */
final class Samples {
  private static final int MOST = 200_000;

  /** Devices tell milliseconds: a window has lost a value this much after its end. */
  private static final long STEP = 1;

  private final List<Sample> kept = new ArrayList<>();
  private long span;
  private int first;

  /** Keeps at least so far back from now on. */
  void reachBack(Duration window) {
    span = Math.max(span, window.toMillis());
  }

  boolean isNeeded() {
    return span > 0;
  }

  /** What the same teller said of the same instant before is not so any more. */
  void add(Instant at, double value, String teller) {
    if (!isNeeded()) {
      return;
    }
    remove(at, teller);
    long time = at.toEpochMilli();
    int index = after(time);
    if (index == kept.size()) {
      kept.add(new Sample(time, value, teller));
      forget(time - span);
    } else if (time >= kept.getLast().at() - span) {
      kept.add(Math.max(first, index), new Sample(time, value, teller));
    }
  }

  /**
   * Takes back what a teller said of an instant.
   *
   * @return whether it had said something
   */
  boolean remove(Instant at, String teller) {
    long time = at.toEpochMilli();
    for (int index = after(time) - 1; index >= first && kept.get(index).at() == time; index--) {
      if (kept.get(index).teller().equals(teller)) {
        kept.remove(index);
        return true;
      }
    }
    return false;
  }

  private void forget(long before) {
    while (first < kept.size() && (kept.get(first).at() < before || kept.size() - first > MOST)) {
      first++;
    }
    if (first > kept.size() / 2) {
      kept.subList(0, first).clear();
      first = 0;
    }
  }

  /** Both ends included. */
  List<Sample> between(Instant from, Instant to) {
    int low = Math.max(first, after(from.toEpochMilli() - 1));
    int high = after(to.toEpochMilli());
    return low < high ? kept.subList(low, high) : List.of();
  }

  /** The last value of that instant; NaN where there is none, or it was taken back. */
  double valueAt(Instant at) {
    List<Sample> values = between(at, at);
    return values.isEmpty() ? Double.NaN : values.getLast().value();
  }

  /** When a window that ends behind {@code at} next loses a value. */
  Instant leavesAfter(Instant at, Duration window) {
    if (first == kept.size()) {
      return Instant.MAX;
    }
    long length = window.toMillis() + STEP;
    int index = at.equals(Instant.MIN) ? first : after(at.toEpochMilli() - length);
    index = Math.max(first, index);
    return index < kept.size() ? Instant.ofEpochMilli(kept.get(index).at() + length) : Instant.MAX;
  }

  /** The index of the first value behind this time. */
  private int after(long time) {
    int low = first;
    int high = kept.size();
    if (high > low && kept.get(high - 1).at() <= time) {
      return high;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (kept.get(middle).at() <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
