package vn.vam.core.alert;

import java.time.Instant;

/** What an operator does with an alert. */
public sealed interface OperatorAction {
  /** Takes it on. */
  record Acknowledge() implements OperatorAction {}

  /**
   * Gives it to somebody, who has then taken it on.
   *
   * @param to the operator's name
   */
  record Assign(String to) implements OperatorAction {}

  /**
   * Takes it on and is not reminded until then; who has not seen it end by that time is asked anew.
   */
  record Snooze(Instant until) implements OperatorAction {}

  /** Nobody is told of its rule at its station until then. */
  record Shelve(Instant until) implements OperatorAction {}

  /**
   * Ends it, whatever its rule says: those who were told of it hear that. Its rule raises it again
   * once it was safe in between, or is graver.
   *
   * @param reason up to {@link #LONGEST_COMMENT} characters; may be empty
   */
  record Close(String reason) implements OperatorAction {
    /** May tell of people: prints its length alone. */
    @Override
    public String toString() {
      return "Close[" + reason.length() + " characters]";
    }
  }

  /**
   * Writes something down beside it.
   *
   * @param text 1 to {@link #LONGEST_COMMENT} characters
   */
  record Comment(String text) implements OperatorAction {
    /** May tell of people: prints its length alone. */
    @Override
    public String toString() {
      return "Comment[" + text.length() + " characters]";
    }
  }

  int LONGEST_COMMENT = 500;
}
