package vn.vam.zalo;

/** What came of asking the platform for tokens. */
public sealed interface Grant {
  record Granted(TokenPair pair) implements Grant {}

  /** The code or refresh token is unknown, used or expired: only a new consent helps. */
  record Gone(String reason) implements Grant {}

  /**
   * No tokens this time: platform down, unreadable answer, or an error about the application
   * itself.
   */
  record Failed(String reason) implements Grant {}

  default String outcome() {
    return switch (this) {
      case Granted granted -> "granted";
      case Gone gone -> "gone";
      case Failed failed -> "failed";
    };
  }
}
