package vn.vam.influxdb;

import java.io.IOException;

/** Any answer to a write but 204. */
final class NotWritten extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;

  NotWritten(int status, String reason) {
    super("answered " + status);
    this.status = status;
    this.reason = reason;
  }

  Answer answer() {
    return Answer.of(status, reason);
  }
}
