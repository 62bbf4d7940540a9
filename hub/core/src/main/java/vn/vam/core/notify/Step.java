package vn.vam.core.notify;

import java.time.Duration;

/** What to do with a message now. */
public sealed interface Step {
  /**
   * @param billed whether it is paid for
   */
  record Send(Way way, boolean billed) implements Step {}

  /** The only way left is closed for so long. */
  record Wait(Duration span) implements Step {}

  /** No way is left: it stays until the citizen says something again, or it has become old. */
  record Stay() implements Step {}
}
