package vn.vam.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import vn.vam.core.rule.Severity;

/**
 * What other warning systems were told, as they were told it: once sent, it never changes.
 *
 * @param identifier that no other message of the sender has
 * @param sent to the second
 * @param warned what it warns of; nothing where nothing was left to warn of
 * @param body the message itself
 */
public record PublicMessage(
    String identifier, String sender, Instant sent, List<Warned> warned, String body) {
  public PublicMessage {
    warned = List.copyOf(warned);
  }

  /**
   * An alert in such a message.
   *
   * @param alert its number
   * @param what it is about, in a line
   */
  public record Warned(String alert, Severity severity, String what) {
    boolean isAsGrave(Warned other) {
      return alert.equals(other.alert) && severity == other.severity;
    }
  }

  /** Whether these are the same alerts, as grave as they were told to be. */
  public boolean warnsOf(List<Warned> others) {
    return warned.size() == others.size()
        && others.stream().allMatch(other -> warned.stream().anyMatch(other::isAsGrave));
  }

  /** What it warned of that is not among these. */
  public List<Warned> without(List<Warned> others) {
    List<String> still = others.stream().map(Warned::alert).collect(Collectors.toList());
    return warned.stream().filter(one -> !still.contains(one.alert())).toList();
  }
}
