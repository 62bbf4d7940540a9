package vn.vam.feeds;

/** Understands what a source publishes. */
interface Reader<T> {
  /**
   * @throws Unreadable when it is not what was expected, or more than allowed
   */
  T read(byte[] body) throws Unreadable;

  /** A source's content that is not taken over. */
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String reason) {
      super(reason);
    }

    Unreadable(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
