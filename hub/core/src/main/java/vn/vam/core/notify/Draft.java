package vn.vam.core.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that shall reach a citizen.
 *
 * @param key no two messages of the same key are ever sent: rule, station, episode, change and
 *     citizen, or the question it answers
 * @param citizen the messenger's id of the person
 * @param priority higher goes first: answers and dangers before the rest
 * @param expires not sent after this instant
 */
public record Draft(
    String key,
    String citizen,
    String text,
    List<Button> buttons,
    int priority,
    Optional<Instant> expires) {
  public static final int ANSWER = 100;

  public Draft {
    buttons = List.copyOf(buttons);
  }

  /** Holds personal data: prints none of it. */
  @Override
  public String toString() {
    return "Draft[priority=" + priority + "]";
  }
}
