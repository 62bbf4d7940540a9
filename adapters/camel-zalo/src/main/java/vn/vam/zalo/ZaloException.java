package vn.vam.zalo;

/**
 * A request that did not do what it should, for routes that handle failures by {@code onException};
 * thrown with {@code throwExceptionOnFailure=true} only. Its message holds no personal data.
 */
public final class ZaloException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ZaloResult result;

  private ZaloException(ZaloResult result, String message) {
    super(message);
    this.result = result;
  }

  /**
   * @throws ZaloException when it is a failure
   */
  static void throwIfFailed(ZaloResult result) throws ZaloException {
    switch (result) {
      case ZaloResult.Sent sent -> {}
      case ZaloResult.Answered answered -> {}
      case ZaloResult.Refused refused ->
          throw new ZaloException(
              refused,
              "refused with %d (%s): %s"
                  .formatted(refused.code(), refused.errorClass(), refused.message()));
      case ZaloResult.NotSent notSent ->
          throw new ZaloException(notSent, "not sent: " + notSent.reason());
      case ZaloResult.Unclear unclear ->
          throw new ZaloException(unclear, "unclear: " + unclear.reason());
    }
  }

  /** {@code Refused}, {@code NotSent} or {@code Unclear}. */
  public ZaloResult result() {
    return result;
  }

  /** What to do about it; {@code UNKNOWN} where the platform did not refuse. */
  public ErrorClass errorClass() {
    return result instanceof ZaloResult.Refused refused ? refused.errorClass() : ErrorClass.UNKNOWN;
  }
}
