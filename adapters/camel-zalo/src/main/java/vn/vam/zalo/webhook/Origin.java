package vn.vam.zalo.webhook;

import java.time.Instant;

/**
 * What every event has.
 *
 * @param eventName in the platform's words, such as {@code user_send_text}
 * @param userId the citizen's id for this Official Account; empty for an event about nobody. A
 *     receipt for a message sent by phone number has the number here
 * @param timestamp when it happened, by the platform's clock
 * @param deliveryKey the same for every repetition of this event and for no other: event name with
 *     message id, else with a hash of time and citizen. Holds no readable user id
 */
public record Origin(String eventName, String userId, Instant timestamp, String deliveryKey) {
  @Override
  public String toString() {
    return eventName + "@" + timestamp;
  }
}
