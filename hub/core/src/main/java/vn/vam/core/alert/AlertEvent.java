package vn.vam.core.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A line in an alert's history.
 *
 * @param at event time for what the rules decided, else when it was done
 * @param who the operator; nobody where rules or time did it
 * @param what a severity for what the rules decided, and behind it the devices, where not all of a
 *     station are meant; to whom, until when (as {@link Instant} writes it), the words, or the
 *     roles that were called; empty where the kind says it all
 * @param value that a rule's change carried, in the unit of its quantity
 */
public record AlertEvent(
    Kind kind, Instant at, Optional<String> who, String what, Optional<Double> value) {
  /** What happened. */
  public enum Kind {
    RAISED,
    ESCALATED,
    /** It stands, but of other devices. */
    STILL,
    CLEARED,
    ACKNOWLEDGED,
    ASSIGNED,
    SNOOZED,
    COMMENTED,
    /** An operator ended it. */
    CLOSED,
    /** Its rule or station left the configuration: nobody looks any more. */
    UNWATCHED,
    /** A snooze ended before the alert did. */
    WOKEN,
    /** Operators were told, since nobody had taken it on. */
    CALLED,
    /** Nobody is told of its changes for a time. */
    SHELVED,
    /** The time on the shelf is over. */
    UNSHELVED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** May hold what operators wrote: prints its kind alone. */
  @Override
  public String toString() {
    return "AlertEvent[" + kind.word() + " at " + at + "]";
  }
}
