package vn.vam.zalo;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How a request to the platform ended. The producer puts one of these into the message body. */
public sealed interface ZaloResult {
  /**
   * A short word for metrics: {@code sent}, {@code answered}, {@code not_sent}, {@code unclear} or
   * the error class.
   */
  String outcome();

  /**
   * The platform took the message over; it has not reached the phone yet.
   *
   * @param quota what it was charged to; empty when billed
   */
  record Sent(String messageId, Instant sentTime, Optional<Quota> quota) implements ZaloResult {
    @Override
    public String outcome() {
      return "sent";
    }
  }

  /** The platform answered a question. */
  record Answered(Answer answer) implements ZaloResult {
    @Override
    public String outcome() {
      return "answered";
    }
  }

  /**
   * Understood and declined, by the platform or, before anything was sent, by this component:
   * nothing was delivered.
   *
   * @param code the platform's, always negative, or {@link #LOCAL}
   */
  record Refused(int code, String message, ErrorClass errorClass) implements ZaloResult {
    /** Declined here; the platform was not asked. */
    public static final int LOCAL = 1;

    static Refused locally(String message) {
      return new Refused(LOCAL, message, ErrorClass.PERMANENT);
    }

    @Override
    public String outcome() {
      return errorClass.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * It certainly did not arrive, as no connection or no token was to be had: safe to send again.
   */
  record NotSent(String reason) implements ZaloResult {
    @Override
    public String outcome() {
      return "not_sent";
    }
  }

  /** It may have arrived and no readable answer came: sending again may deliver twice. */
  record Unclear(String reason) implements ZaloResult {
    @Override
    public String outcome() {
      return "unclear";
    }
  }
}
