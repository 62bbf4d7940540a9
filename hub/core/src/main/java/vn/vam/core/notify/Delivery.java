package vn.vam.core.notify;

import java.time.Duration;

/** What became of a send. */
public sealed interface Delivery {
  /**
   * @param messageId the messenger's id of the message
   */
  record Delivered(String messageId) implements Delivery {}

  /** Certain that it did not arrive; worth trying again. */
  record RetryLater(String reason, Duration after) implements Delivery {}

  /** Certain that it will not arrive this way. */
  record Undeliverable(String reason) implements Delivery {}

  /** It may have arrived: no answer came. In doubt until {@link Doubts} settle it. */
  record Unclear(String reason) implements Delivery {}
}
