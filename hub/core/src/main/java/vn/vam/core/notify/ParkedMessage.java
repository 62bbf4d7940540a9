package vn.vam.core.notify;

import java.time.Instant;

/**
 * A message that ended without reaching anyone for certain, for an operator to look at; says
 * neither to whom nor what.
 *
 * @param id of the row in the outbox
 * @param fate why it ended
 * @param reason in the messenger's or the hub's words
 * @param attempts how often it was tried
 * @param at when it ended
 */
public record ParkedMessage(long id, Fate fate, String reason, int attempts, Instant at) {
  /** How it ended. */
  public enum Fate {
    /** It may have arrived. */
    UNCLEAR,
    /** It did not arrive. */
    UNDELIVERABLE
  }
}
