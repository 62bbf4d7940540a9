package vn.vam.zalo;

import java.util.Optional;

/**
 * Keeps the tokens of one Official Account. Refresh tokens are single use: a pair lost is a consent
 * lost, so this is worth a disk.
 *
 * <p>Either method may throw any {@link RuntimeException} when it cannot do its work; its message
 * must not hold a token. Calls come one at a time.
 */
public interface TokenStore {
  /** The pair saved last, with every field as it was saved. */
  Optional<TokenPair> load();

  /**
   * Replaces what was kept; returns only after {@code pair} would survive a crash of process and
   * machine.
   */
  void save(TokenPair pair);
}
