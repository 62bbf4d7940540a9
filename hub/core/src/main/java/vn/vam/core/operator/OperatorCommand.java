package vn.vam.core.operator;

import java.time.Duration;

/** What an operator says in the chat that concerns alerts. */
sealed interface OperatorCommand {
  /**
   * @param number of the alert, such as {@code A-1042}
   */
  record Take(String number) implements OperatorCommand {}

  record Snooze(String number, Duration span) implements OperatorCommand {}

  record Shelve(String number, Duration span) implements OperatorCommand {}

  record Unshelve(String number) implements OperatorCommand {}

  /**
   * @param to whoever it may be, as it was written
   */
  record Assign(String number, String to) implements OperatorCommand {}

  /**
   * @param text as it was written; may be empty
   */
  record Comment(String number, String text) implements OperatorCommand {
    /** May tell of people: prints none of it. */
    @Override
    public String toString() {
      return "Comment[" + number + "]";
    }
  }

  /** Which alerts are open. */
  record ListOpen() implements OperatorCommand {}

  /** Speaks of an alert, and nobody knows what is to become of it. */
  record Unclear(String number) implements OperatorCommand {}
}
