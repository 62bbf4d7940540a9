package vn.vam.barcode;

/** What a photo or a document shows. */
public sealed interface Found<T> {
  /** One QR whose text means what was wanted. */
  record Text<T>(T meaning) implements Found<T> {
    /** May tell whose file it is: prints nothing of it. */
    @Override
    public String toString() {
      return "Text";
    }
  }

  /**
   * @param reason for the operator: what was expected and what was there instead
   */
  record Nothing<T>(String reason) implements Found<T> {}

  /**
   * Nobody looked: others are under way.
   *
   * @param reason for the operator
   */
  record Busy<T>(String reason) implements Found<T> {}
}
