package vn.vam.core.message;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Recognises redelivered copies of logged messages. Neither the DUP flag nor the packet identifier
 * can be trusted, so that the content decides: always where the message carries its own id or time.
 * Where it does not, two equal payloads may be two samples: only what the broker can really deliver
 * again is a copy, right after a reconnect, and unless its sensor has had the time to say the same
 * once more. Used by one thread.
 */
public final class DuplicateFilter {
  /**
   * What an earlier run logged this long before its end may come again: one kill after the other, a
   * broker delivers what was before the first.
   */
  public static final Duration UNCERTAIN_BEFORE_A_RESTART = Duration.ofMinutes(15);

  private final RecentKeys recent;
  private final int receiveMaximum;
  private final LongSupplier nanoTime;
  private final Map<String, Redeliveries> connections = new HashMap<>();
  private Redeliveries.Receipt receipt = new Redeliveries.Receipt();

  /**
   * @param remembered at least as many keys of messages with an id or time are remembered, at most
   *     twice as many
   * @param receiveMaximum as many messages of a connection can be delivered again after a reconnect
   */
  public DuplicateFilter(int remembered, int receiveMaximum) {
    this(remembered, receiveMaximum, System::nanoTime);
  }

  /**
   * @param nanoTime goes on evenly, however the clock is set
   */
  DuplicateFilter(int remembered, int receiveMaximum, LongSupplier nanoTime) {
    this.recent = new RecentKeys(remembered);
    this.receiveMaximum = receiveMaximum;
    this.nanoTime = nanoTime;
  }

  /** From now on, messages of this connection may be copies of its last ones. */
  public void connecting(String connection) {
    of(connection).reopen(nanoTime.getAsLong());
  }

  /**
   * What comes next over this connection is another message, or the parts of one: a broker delivers
   * the whole again, so that they count once.
   */
  public void begin(String connection) {
    of(connection).begin(nanoTime.getAsLong());
  }

  /** Whether the message, or the part of one, is a copy; if not, it is remembered. */
  public boolean isCopy(RawMessage message, IdentityKey key, Identity identity) {
    return switch (identity) {
      case Identity.SourceId own -> isKnown(key);
      case Identity.DeviceTime time -> isKnown(key);
      case Identity.None none ->
          of(message.connection()).isCopy(message, key, receipt, nanoTime.getAsLong());
    };
  }

  /** All messages so far are acknowledged just now, over the connections that still stand. */
  public void acknowledged() {
    receipt.acknowledge(nanoTime.getAsLong());
    receipt = new Redeliveries.Receipt();
  }

  /** Takes a message in that an earlier run had logged, or a part of one. */
  public void recall(RawMessage message, IdentityKey key, Identity identity) {
    switch (identity) {
      case Identity.SourceId own -> recent.add(key);
      case Identity.DeviceTime time -> recent.add(key);
      case Identity.None none -> of(message.connection()).recall(message, key);
    }
  }

  /**
   * Takes in that an earlier run had logged a copy, which may be delivered once more; also where
   * what it copies lies too far back to be taken in.
   */
  public void recallCopy(RawMessage message, IdentityKey key) {
    if (!of(message.connection()).recallCopy(message, key)) {
      of(message.connection()).recall(message, key);
      recent.add(key);
    }
  }

  private boolean isKnown(IdentityKey key) {
    if (recent.contains(key)) {
      return true;
    }
    recent.add(key);
    return false;
  }

  private Redeliveries of(String connection) {
    return connections.computeIfAbsent(connection, name -> new Redeliveries(receiveMaximum));
  }
}
