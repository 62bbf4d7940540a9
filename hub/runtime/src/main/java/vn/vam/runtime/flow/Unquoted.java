package vn.vam.runtime.flow;

/**
 * A mistake of our own as it may be logged: where it happened and of which kind, without its
 * message, since that may quote what arrived.
 */
final class Unquoted extends Exception {
  private static final long serialVersionUID = 1L;

  private Unquoted(Throwable mistake) {
    super(mistake.getClass().getName());
    setStackTrace(mistake.getStackTrace());
  }

  static Unquoted of(Throwable mistake) {
    return new Unquoted(mistake);
  }
}
