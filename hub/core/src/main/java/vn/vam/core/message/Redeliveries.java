package vn.vam.core.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The last messages without a time of one connection, and which of them its broker can deliver
 * again once the connection is made anew: those it has no acknowledgement of, and those whose
 * acknowledgement may have been lost with the connection.
 */
final class Redeliveries {
  /** A dead connection is noticed within this time, and acknowledgements get lost on it. */
  static final Duration UNCERTAIN = Duration.ofMinutes(2);

  /** A broker delivers again before anything else, one copy within this time of the other. */
  static final Duration AT_ONCE = Duration.ofMinutes(1);

  /**
   * The most that counts as passed between two messages of an earlier run, whose clock may have
   * been set meanwhile.
   */
  private static final Duration LONGEST_STEP = UNCERTAIN.dividedBy(2);

  private static final int FEWEST_FOR_A_RHYTHM = 3;
  private static final int MOST_FOR_A_RHYTHM = 32;

  /** Room for a sensor that speaks a little more often than it used to. */
  private static final double SOONER = 1.1;

  /** What is acknowledged together. */
  static final class Receipt {
    private boolean isAcknowledged;
    private long acknowledgedAt;

    void acknowledge(long nanos) {
      isAcknowledged = true;
      acknowledgedAt = nanos;
    }

    private boolean isUncertain(long nanos) {
      return !isAcknowledged || nanos - acknowledgedAt <= UNCERTAIN.toNanos();
    }
  }

  /** A message, or a part of one. */
  private static final class Remembered {
    private final long number;
    private final IdentityKey key;
    private final Instant arrivedAt;
    private final boolean opens;
    private Optional<Receipt> receipt;
    private Duration lastRecalledAt;

    /**
     * @param number of all, in the order in which they were said
     * @param opens whether it is the first of its message that is remembered
     * @param receipt none of what an earlier run had logged
     * @param recalledAt how much of the log's time had passed
     */
    Remembered(
        long number,
        IdentityKey key,
        Instant arrivedAt,
        boolean opens,
        Optional<Receipt> receipt,
        Duration recalledAt) {
      this.number = number;
      this.key = key;
      this.arrivedAt = arrivedAt;
      this.lastRecalledAt = recalledAt;
      this.opens = opens;
      this.receipt = receipt;
    }
  }

  /** How often the same was said before the connection was lost, and since. */
  private static final class Rhythm {
    private final Instant last;
    private final double millisApart;
    private int since;

    Rhythm(Instant last, double millisApart) {
      this.last = last;
      this.millisApart = millisApart;
    }

    /** Whether the sensor has had the time to say the same once more. */
    boolean isDue(Instant at) {
      double passed = Duration.between(last, at).toMillis();
      return millisApart > 0 && (since + 0.5) * millisApart <= SOONER * passed;
    }
  }

  private final int receiveMaximum;

  /** As last delivered: what a broker delivers again it holds on to until the last. */
  private final LinkedHashSet<Remembered> order = new LinkedHashSet<>();

  private final Map<IdentityKey, Remembered> newest = new HashMap<>();
  private Map<IdentityKey, Deque<Remembered>> redeliverable = new HashMap<>();
  private Map<IdentityKey, Rhythm> rhythms = new HashMap<>();
  private Optional<Instant> arrivedLately = Optional.empty();
  private Optional<Instant> lastRecalled = Optional.empty();
  private Duration passed = Duration.ZERO;
  private long copiedLately;
  private long heardAt;
  private boolean isReopened;
  private boolean hasSpoken;
  private long said;
  private int messages;
  private int left;
  private boolean isCounted;
  private boolean isRemembered;

  Redeliveries(int receiveMaximum) {
    this.receiveMaximum = receiveMaximum;
  }

  /**
   * The connection is being made anew. What can come again was settled when it was lost: further
   * tries to get it back add nothing.
   */
  void reopen(long nanos) {
    begin();
    if (hasSpoken) {
      settle(nanos);
    }
    left = receiveMaximum;
    arrivedLately = Optional.empty();
    copiedLately = nanos;
    isReopened = true;
    hasSpoken = false;
  }

  /**
   * An earlier window that was cut short goes on, however long nobody noticed that the connection
   * was dead.
   */
  private void settle(long nanos) {
    Set<Remembered> before = Collections.newSetFromMap(new IdentityHashMap<>());
    if (left > 0 && heardAt - copiedLately <= AT_ONCE.toNanos()) {
      redeliverable.values().forEach(before::addAll);
    }
    redeliverable = new HashMap<>();
    for (Remembered one : order) {
      if (before.contains(one) || isUncertain(one, nanos)) {
        redeliverable.computeIfAbsent(one.key, key -> new ArrayDeque<>()).add(one);
      }
    }
    rhythms = rhythms();
  }

  /** Of what an earlier run had acknowledged only its end is: it may have died then. */
  private boolean isUncertain(Remembered one, long nanos) {
    return one.receipt
        .map(receipt -> receipt.isUncertain(nanos))
        .orElseGet(
            () ->
                !isReopened
                    && passed
                            .minus(one.lastRecalledAt)
                            .compareTo(DuplicateFilter.UNCERTAIN_BEFORE_A_RESTART)
                        <= 0);
  }

  private Map<IdentityKey, Rhythm> rhythms() {
    Map<IdentityKey, List<Instant>> heard = new HashMap<>();
    List<Remembered> lastSaidFirst = new ArrayList<>(order);
    lastSaidFirst.sort(Comparator.comparingLong((Remembered one) -> one.number).reversed());
    for (Remembered one : lastSaidFirst) {
      if (redeliverable.containsKey(one.key)) {
        List<Instant> times = heard.computeIfAbsent(one.key, key -> new ArrayList<>());
        if (times.size() < MOST_FOR_A_RHYTHM) {
          times.add(one.arrivedAt);
        }
      }
    }
    Map<IdentityKey, Rhythm> found = new HashMap<>();
    heard.forEach(
        (key, times) -> {
          if (times.size() >= FEWEST_FOR_A_RHYTHM) {
            Duration all = Duration.between(times.getLast(), times.getFirst());
            found.put(
                key, new Rhythm(times.getFirst(), (double) all.toMillis() / (times.size() - 1)));
          }
        });
    return found;
  }

  /** What comes next is another message, or the parts of one. */
  void begin(long nanos) {
    heardAt = nanos;
    begin();
  }

  private void begin() {
    left -= isCounted && left > 0 ? 1 : 0;
    isCounted = false;
    isRemembered = false;
  }

  /** Whether it was delivered before; if not, it is remembered. */
  boolean isCopy(RawMessage message, IdentityKey key, Receipt receipt, long nanos) {
    isCounted = true;
    hasSpoken = true;
    Deque<Remembered> same = redeliverable.get(key);
    if (isOpen(message.arrivedAt(), nanos) && same != null && !same.isEmpty()) {
      Rhythm rhythm = rhythms.get(key);
      if (rhythm == null || !rhythm.isDue(message.arrivedAt())) {
        Remembered copied = same.removeFirst();
        copied.receipt = Optional.of(receipt);
        delivered(copied);
        copiedLately = nanos;
        arrivedLately = Optional.of(message.arrivedAt());
        return true;
      }
      rhythm.since++;
    }
    remember(key, message.arrivedAt(), Optional.of(receipt));
    return false;
  }

  /**
   * By its arrival a message may be in time though it is taken late, since the disk was full; by
   * what has passed, though the clock was set.
   */
  private boolean isOpen(Instant arrivedAt, long nanos) {
    boolean soon = nanos - copiedLately <= AT_ONCE.toNanos();
    if (left > 0 && arrivedLately.isEmpty()) {
      arrivedLately = Optional.of(arrivedAt);
      left = soon ? left : 0;
    }
    return left > 0
        && (soon
            || arrivedLately
                .filter(lately -> Duration.between(lately, arrivedAt).abs().compareTo(AT_ONCE) <= 0)
                .isPresent());
  }

  /** Takes in what an earlier run had logged, and acknowledged if it lived on. */
  void recall(RawMessage message, IdentityKey key) {
    pass(message.arrivedAt());
    remember(key, message.arrivedAt(), Optional.empty());
    hasSpoken = true;
  }

  /**
   * An earlier run had logged a copy: its acknowledgement too may have been lost.
   *
   * @return whether what it copies was recalled
   */
  boolean recallCopy(RawMessage message, IdentityKey key) {
    Remembered copied = newest.get(key);
    if (copied == null) {
      return false;
    }
    pass(message.arrivedAt());
    copied.lastRecalledAt = passed;
    delivered(copied);
    return true;
  }

  /** By the log: a clock that was set neither makes what came before it old, nor new. */
  private void pass(Instant now) {
    Duration step = lastRecalled.map(last -> Duration.between(last, now)).orElse(Duration.ZERO);
    lastRecalled = Optional.of(now);
    if (!step.isNegative()) {
      passed = passed.plus(step.compareTo(LONGEST_STEP) < 0 ? step : LONGEST_STEP);
    }
  }

  private void remember(IdentityKey key, Instant arrivedAt, Optional<Receipt> receipt) {
    Remembered one = new Remembered(said++, key, arrivedAt, !isRemembered, receipt, passed);
    order.addLast(one);
    newest.put(key, one);
    messages += isRemembered ? 0 : 1;
    isRemembered = true;
    while (messages > receiveMaximum) {
      forgetFirst();
      messages--;
      while (!order.isEmpty() && !order.getFirst().opens) {
        forgetFirst();
      }
    }
  }

  private void delivered(Remembered one) {
    order.remove(one);
    order.addLast(one);
  }

  private void forgetFirst() {
    Remembered first = order.removeFirst();
    newest.remove(first.key, first);
  }
}
