package vn.vam.sim.zalo.webhook;

/** Events by where they are; {@link #waiting()} includes those on the retry ladder. */
public final class WebhookCounts {
  int waiting;
  long delivered;
  long retried;
  long lost;

  WebhookCounts() {}

  public int waiting() {
    return waiting;
  }

  public long delivered() {
    return delivered;
  }

  public long retried() {
    return retried;
  }

  /**
   * Dropped by a fault, offered while switched off, beyond the queue's end, or off the ladder's
   * end.
   */
  public long lost() {
    return lost;
  }
}
