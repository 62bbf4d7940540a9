package vn.vam.app.hub;

/** The hub could not start; the message says what to do. */
public final class HubFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private HubFailed(String message, Throwable cause) {
    super(message, cause);
  }

  static HubFailed because(Throwable cause) {
    String message = cause.getMessage();
    return new HubFailed(message == null ? cause.getClass().getSimpleName() : message, cause);
  }
}
