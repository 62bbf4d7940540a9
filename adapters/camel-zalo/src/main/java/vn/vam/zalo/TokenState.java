package vn.vam.zalo;

import java.time.Instant;

/** Whether the platform would let us in just now, and who must act when not. */
public sealed interface TokenState {
  /** The states in which there is an access token to send with. */
  sealed interface WithPair extends TokenState {
    TokenPair pair();
  }

  /** All is well. */
  record Usable(TokenPair pair) implements WithPair {}

  /** The access token still serves, but replacing or saving it failed: act before it ends. */
  record Fading(TokenPair pair, String trouble) implements WithPair {}

  /**
   * No valid access token; getting one failed for a reason that may pass. Tried again on use from
   * {@code nextTry}.
   */
  record Unavailable(String reason, Instant nextTry) implements TokenState {}

  /** A person must open the consent link; nothing else will help. */
  record NeedsConsent(String reason) implements TokenState {}
}
