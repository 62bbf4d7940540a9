package vn.vam.core.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that still has to reach someone, on disk. Every call blocks; one owner works on it at
 * a time.
 */
public interface Outbox {
  /**
   * The oldest change nobody has been told of.
   *
   * @param behind only notices with a higher id than this; 0 for all
   */
  Optional<AlertNotice> nextNotice(long behind);

  /**
   * One transaction: a message for everyone in the audience, and the notice is done. Drafts whose
   * key is known are dropped.
   */
  void tell(AlertNotice notice, List<Draft> drafts, Instant now);

  /**
   * The most urgent message that is due, marked as under way before it is returned. Expired ones
   * are set aside first. Messages of one priority reach a citizen in the order in which they were
   * written: one that waits for another try holds back those behind it, and one that rests those
   * behind it that tell of the same.
   *
   * @throws IllegalStateException when another owner has taken the outbox over
   */
  Optional<OutboxMessage> lease(Instant now);

  /**
   * @throws IllegalStateException when this owner does not hold the message's lease; nothing is
   *     changed then
   */
  void settle(OutboxMessage message, Delivery delivery, Instant now);

  /**
   * At start: what was under way when the hub was killed may have arrived. Returns how many are in
   * doubt for that.
   */
  int recover(Instant now);

  OutboxCounts counts();

  /** What ended without reaching anyone for certain, newest first. */
  List<ParkedMessage> parked(int most);

  /**
   * How many messages there are.
   *
   * @param received of the delivered ones, those that a phone has confirmed
   * @param unclear those in doubt included
   */
  record OutboxCounts(
      long waiting, long delivered, long received, long unclear, long undeliverable) {}
}
