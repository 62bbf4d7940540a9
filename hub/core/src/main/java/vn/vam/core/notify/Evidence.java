package vn.vam.core.notify;

import java.time.Instant;
import java.util.Optional;

/** Something that shows what became of a message. Personal data: prints none of it. */
public sealed interface Evidence {
  /** The messenger's id of the message. */
  String messageId();

  /**
   * The messenger shows it among what the account has sent.
   *
   * @param text as the citizen sees it
   * @param at when it was sent, by the messenger's clock
   */
  record Sent(String citizen, String messageId, String text, Instant at) implements Evidence {
    @Override
    public String toString() {
      return "Sent[at=" + at + "]";
    }
  }

  /**
   * It reached a phone.
   *
   * @param ours the number in the outbox, where the messenger was told it and names it
   * @param at by the messenger's clock
   */
  record Received(String messageId, Optional<Long> ours, Instant at) implements Evidence {
    public Received(String messageId, Instant at) {
      this(messageId, Optional.empty(), at);
    }

    @Override
    public String toString() {
      return "Received[at=" + at + "]";
    }
  }
}
