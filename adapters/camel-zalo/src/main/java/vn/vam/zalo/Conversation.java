package vn.vam.zalo;

import java.time.Instant;
import java.util.List;

/**
 * The newest messages between a citizen and the Official Account, newest first. Personal data:
 * prints nothing of it.
 *
 * @param since nothing that was said later is left out; {@link Instant#MIN} where the lines are all
 *     there are, {@link Instant#MAX} where one could not be read
 */
public record Conversation(Instant since, List<Line> lines) implements Answer {
  public Conversation {
    lines = List.copyOf(lines);
  }

  /**
   * A message.
   *
   * @param byAccount whether the account sent it, else the citizen did
   * @param text empty where it has none
   */
  public record Line(boolean byAccount, String messageId, String text, Instant time) {
    @Override
    public String toString() {
      return "Line[byAccount=" + byAccount + ", time=" + time + "]";
    }
  }

  @Override
  public String toString() {
    return "Conversation[" + lines.size() + " lines]";
  }
}
