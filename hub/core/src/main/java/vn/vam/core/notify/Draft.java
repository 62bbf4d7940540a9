package vn.vam.core.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.rule.Severity;

/**
 * A message that shall reach a citizen.
 *
 * @param key no two messages of the same key are ever sent: rule, station, episode, change and
 *     citizen, or the question it answers
 * @param citizen the messenger's id of the person
 * @param text what is too long for a message is shortened
 * @param priority higher goes first: answers and dangers before the rest
 * @param expires not sent after this instant
 * @param again the words to send when it stays unclear whether the first ones arrived; absent for
 *     what is better missed than told twice
 * @param shown in place of {@code text} where the messenger can; goes without buttons
 */
public record Draft(
    String key,
    String citizen,
    String text,
    List<Button> buttons,
    int priority,
    Optional<Instant> expires,
    Optional<String> again,
    Optional<Shown> shown) {
  public static final int ANSWER = 100;

  public Draft {
    text = Brevity.of(text);
    again = again.map(Brevity::of);
    buttons = List.copyOf(buttons);
    if (shown.isPresent() && !buttons.isEmpty()) {
      throw new IllegalArgumentException("what shows something goes without buttons");
    }
  }

  /** Words alone. */
  public Draft(
      String key,
      String citizen,
      String text,
      List<Button> buttons,
      int priority,
      Optional<Instant> expires,
      Optional<String> again) {
    this(key, citizen, text, buttons, priority, expires, again, Optional.empty());
  }

  /** One that is better missed than told twice. */
  public Draft(
      String key,
      String citizen,
      String text,
      List<Button> buttons,
      int priority,
      Optional<Instant> expires) {
    this(key, citizen, text, buttons, priority, expires, Optional.empty());
  }

  public Draft with(List<Button> others) {
    return new Draft(key, citizen, text, others, priority, expires, again, shown);
  }

  public Draft showing(Optional<Shown> other) {
    return new Draft(key, citizen, text, buttons, priority, expires, again, other);
  }

  /** Whether it cannot wait: a danger, an operator's call, an answer. */
  public boolean isUrgent() {
    return priority >= Severity.DANGER.ordinal();
  }

  /** Whether it is words and nothing else. */
  public boolean isWordsAlone() {
    return buttons.isEmpty() && shown.isEmpty();
  }

  /** Holds personal data: prints none of it. */
  @Override
  public String toString() {
    return "Draft[priority=" + priority + "]";
  }
}
