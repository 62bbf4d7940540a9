package vn.vam.core.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Recognises redelivered copies of logged messages. Neither the DUP flag nor the packet identifier
 * can be trusted, so that the content decides: always where the message carries its own id or time,
 * and only right after a reconnect where it does not, since two equal payloads may then be two
 * samples. Used by one thread.
 */
public final class DuplicateFilter {
  private final RecentKeys recent;
  private final int receiveMaximum;
  private final Map<String, Window> windows = new HashMap<>();

  /**
   * @param remembered at least as many keys of messages with an id or time are remembered, at most
   *     twice as many
   * @param receiveMaximum as many messages of a connection can be delivered again after a reconnect
   */
  public DuplicateFilter(int remembered, int receiveMaximum) {
    this.recent = new RecentKeys(remembered);
    this.receiveMaximum = receiveMaximum;
  }

  /** From now on, messages of this connection may be copies of its last ones. */
  public void connecting(String connection) {
    window(connection).reopen();
  }

  /**
   * What comes next over this connection is another message, or the parts of one: a broker delivers
   * the whole again, so that they count once.
   */
  public void begin(String connection) {
    window(connection).begin();
  }

  /** Whether the message, or the part of one, is a copy; if not, it is remembered. */
  public boolean isCopy(RawMessage message, IdentityKey key, Identity identity) {
    return switch (identity) {
      case Identity.SourceId own -> isKnown(key);
      case Identity.DeviceTime time -> isKnown(key);
      case Identity.None none -> window(message.connection()).isCopy(key);
    };
  }

  /** Takes a message in that an earlier run had logged, or a part of one. */
  public void recall(RawMessage message, IdentityKey key, Identity identity) {
    switch (identity) {
      case Identity.SourceId own -> recent.add(key);
      case Identity.DeviceTime time -> recent.add(key);
      case Identity.None none -> window(message.connection()).remember(key);
    }
  }

  private boolean isKnown(IdentityKey key) {
    if (recent.contains(key)) {
      return true;
    }
    recent.add(key);
    return false;
  }

  private Window window(String connection) {
    return windows.computeIfAbsent(connection, name -> new Window());
  }

  /**
   * @param opens whether it is the first of its message that is remembered
   */
  private record Remembered(IdentityKey key, boolean opens) {}

  /** The last messages without a time of one connection. */
  private final class Window {
    private final Deque<Remembered> order = new ArrayDeque<>();
    private Map<IdentityKey, Integer> redeliverable = new HashMap<>();
    private int messages;
    private int left;
    private boolean isCounted;
    private boolean isRemembered;

    void reopen() {
      begin();
      left = receiveMaximum;
      redeliverable = new HashMap<>();
      order.forEach(last -> redeliverable.merge(last.key(), 1, Integer::sum));
    }

    void begin() {
      left -= isCounted && left > 0 ? 1 : 0;
      isCounted = false;
      isRemembered = false;
    }

    boolean isCopy(IdentityKey key) {
      isCounted = true;
      if (left > 0) {
        Integer count =
            redeliverable.computeIfPresent(key, (same, copies) -> copies > 0 ? copies - 1 : null);
        if (count != null) {
          return true;
        }
      }
      remember(key);
      return false;
    }

    void remember(IdentityKey key) {
      order.addLast(new Remembered(key, !isRemembered));
      messages += isRemembered ? 0 : 1;
      isRemembered = true;
      while (messages > receiveMaximum) {
        order.removeFirst();
        messages--;
        while (!order.isEmpty() && !order.getFirst().opens()) {
          order.removeFirst();
        }
      }
    }
  }
}
