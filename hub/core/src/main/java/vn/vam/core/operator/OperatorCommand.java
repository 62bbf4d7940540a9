package vn.vam.core.operator;

import java.time.Instant;

/** What an operator says in the chat that concerns alerts. */
sealed interface OperatorCommand {
  /**
   * @param number of the alert, such as {@code A-1042}
   */
  record Take(String number) implements OperatorCommand {}

  record Snooze(String number, Instant until) implements OperatorCommand {}

  record Shelve(String number, Instant until) implements OperatorCommand {}

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

  /**
   * Ends it by hand.
   *
   * @param reason as it was written; may be empty
   */
  record Close(String number, String reason) implements OperatorCommand {
    /** May tell of people: prints none of it. */
    @Override
    public String toString() {
      return "Close[" + number + "]";
    }
  }

  /** Which alerts are open. */
  record ListOpen() implements OperatorCommand {}

  /** Does not do it: nothing is to become of the alert. */
  record Declined(String number) implements OperatorCommand {}

  /**
   * Nobody knows until when, or it is too soon or too late.
   *
   * @param verb as people say it
   */
  record UnclearTime(String number, String verb, String said) implements OperatorCommand {}

  /** Speaks of an alert, and nobody knows what is to become of it. */
  record Unclear(String number) implements OperatorCommand {}
}
