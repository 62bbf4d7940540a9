package vn.vam.core.notify;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * By which ways somebody can be reached with a message. Personal data: prints none of it.
 *
 * @param lastContact when they last did something in the chat; absent where nobody knows
 * @param phone their number, where they gave it for this
 * @param tried ways that failed with this message
 */
public record Reach(Optional<Instant> lastContact, Optional<String> phone, Set<Way> tried) {
  /** Nothing is known: the chat is tried first. */
  public static final Reach UNKNOWN = new Reach(Optional.empty(), Optional.empty(), Set.of());

  public Reach {
    tried = Set.copyOf(tried);
  }

  public Reach without(Way failed) {
    Set<Way> more = EnumSet.of(failed);
    more.addAll(tried);
    return new Reach(lastContact, phone, more);
  }

  @Override
  public String toString() {
    return "Reach[tried=" + tried + "]";
  }
}
