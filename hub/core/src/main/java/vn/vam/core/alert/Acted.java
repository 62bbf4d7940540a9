package vn.vam.core.alert;

/** What came of an operator's action. */
public sealed interface Acted {
  /**
   * @param alert as it is now; where it had been done before, as it was
   */
  record Done(Alert alert) implements Acted {}

  /** The alert is cleared: nothing is left to be taken on, given away or put off. */
  record Over(Alert alert) implements Acted {}

  /** There is no alert of that number. */
  record Unknown() implements Acted {}
}
