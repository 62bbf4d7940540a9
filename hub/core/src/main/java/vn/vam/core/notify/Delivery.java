package vn.vam.core.notify;

import java.time.Duration;
import java.util.Optional;

/** What became of a send. */
public sealed interface Delivery {
  /**
   * @param messageId the messenger's id of the message
   */
  record Delivered(String messageId, Way way) implements Delivery {
    public Delivered(String messageId) {
      this(messageId, Way.CONSULTATION);
    }
  }

  /** Certain that it did not arrive; worth trying again. */
  record RetryLater(String reason, Duration after) implements Delivery {}

  /** Certain that it did not arrive: what it shows cannot be shown, its plain words may go. */
  record InWords(String reason) implements Delivery {}

  /**
   * Certain that it did not arrive this way; another one may be left.
   *
   * @param otherwise what becomes of it where none is: it rests, is undeliverable, or is tried
   *     again
   */
  record OtherWay(String reason, Way failed, Delivery otherwise) implements Delivery {}

  /**
   * No way is left until the citizen says something again, or one opens by itself. Holds back
   * nothing that tells of something else.
   *
   * @param atMost how long until one does; absent where none will
   */
  record Rests(String reason, Optional<Duration> atMost) implements Delivery {
    public Rests(String reason) {
      this(reason, Optional.empty());
    }

    public Rests(String reason, Duration atMost) {
      this(reason, Optional.of(atMost));
    }
  }

  /** Certain that it will not arrive this way. */
  record Undeliverable(String reason) implements Delivery {}

  /** It may have arrived: no answer came. In doubt until {@link Doubts} settle it. */
  record Unclear(String reason) implements Delivery {}
}
