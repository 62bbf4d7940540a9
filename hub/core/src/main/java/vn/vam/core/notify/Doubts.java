package vn.vam.core.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages in doubt, and what settles them. Every call blocks. */
public interface Doubts {
  /** How long evidence is waited for. */
  Duration PATIENCE = Duration.ofMinutes(1);

  /** Within this time the messenger shows an answer that it took. */
  Duration SHOWN_WITHIN = Duration.ofSeconds(20);

  /** The messenger's clock and ours may differ by this much. */
  Duration CLOCKS = Duration.ofMinutes(1);

  /** How often a message is handed over in all while nobody says what became of it. */
  int MOST_ATTEMPTS = 4;

  /**
   * Evidence has come: a message of these words to this citizen, or of this number, that is in
   * doubt is delivered, and one under way will be, however its send ends. What came to a phone is
   * kept with the message.
   *
   * @return whether it settled a doubt
   */
  boolean hear(Evidence evidence, Instant now);

  /**
   * The messenger was asked after a message and shows everything the account said since. An answer
   * that is not among it, {@link #SHOWN_WITHIN} after its send, never arrived and is due again,
   * once. It counts as shown where anything is that nobody here knows.
   *
   * @return whether it is due again
   */
  boolean misses(Doubt doubt, Transcript transcript, Instant now);

  /**
   * Who is asked about next, so that in turn all are, however many.
   *
   * @param after the number of the last that was asked about: those behind it come first, and the
   *     oldest after the newest
   * @return at most {@code most}
   */
  List<Doubt> open(int most, long after);

  /**
   * Ends doubts older than {@link #PATIENCE}: a message that has words for a second time is due
   * again with these, until {@link #MOST_ATTEMPTS}; any other stays unclear and is not sent again.
   */
  Ended end(Instant now);

  /**
   * How many doubts ended.
   *
   * @param repeated are due again
   * @param unclear are left as they are
   */
  record Ended(int repeated, int unclear) {}
}
