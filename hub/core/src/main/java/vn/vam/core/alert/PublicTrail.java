package vn.vam.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what other warning systems were told. Every call blocks. */
public interface PublicTrail {
  /** What is to be told now. */
  interface Next {
    /**
     * @param before what was sent since, oldest first, and the newest in any case; nothing before
     *     the first time
     * @param number of the message that would follow, counted over all
     * @return nothing where the newest still says it all
     */
    Optional<PublicMessage> after(List<PublicMessage> before, long number);
  }

  /**
   * One transaction: what was sent is looked at, and what follows is kept.
   *
   * @param since from when on earlier messages are of interest
   * @return the newest
   */
  PublicMessage tell(Instant since, Next next);

  /** As it was sent, for as long as it is kept. */
  Optional<PublicMessage> sent(String identifier);
}
