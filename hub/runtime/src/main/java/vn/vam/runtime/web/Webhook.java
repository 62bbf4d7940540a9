package vn.vam.runtime.web;

/** Where the messenger's webhooks go: checked, and kept in the inbox before it answers. */
@FunctionalInterface
public interface Webhook {
  /**
   * Blocks until the event is on disk, or fails where it cannot be kept; called on worker threads,
   * several at once.
   *
   * @param body as received, at most {@link Bodies#MOST_BYTES_OF_A_WEBHOOK}
   * @param signature the header as received, or empty where it was missing
   */
  Receipt take(byte[] body, String signature);

  /** What became of a webhook. */
  sealed interface Receipt {
    /** New, and on disk. */
    record Taken() implements Receipt {}

    /** Delivered before; nothing changed. */
    record Seen() implements Receipt {}

    /** Not signed by the messenger; nothing changed. */
    record Forged() implements Receipt {}

    /**
     * Signed, and still not understood: sent again it would be no better.
     *
     * @param reason for people; holds no personal data
     */
    record Unreadable(String reason) implements Receipt {}
  }
}
