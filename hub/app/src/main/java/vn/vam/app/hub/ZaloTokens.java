package vn.vam.app.hub;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vn.vam.sqlite.state.TokenTable;
import vn.vam.zalo.Secret;
import vn.vam.zalo.TokenPair;
import vn.vam.zalo.TokenStore;

/** Keeps the component's tokens in the hub's state file; begins with the configured refresh token. */
final class ZaloTokens implements TokenStore {
  /** Stands where no access token was ever granted; it has expired, so that it is never sent. */
  private static final String NONE = "none";

  private final TokenTable table;
  private final Optional<vn.vam.core.secret.Secret> first;
  private final Clock clock;

  ZaloTokens(TokenTable table, Optional<vn.vam.core.secret.Secret> first, Clock clock) {
    this.table = table;
    this.first = first;
    this.clock = clock;
  }

  @Override
  public Optional<TokenPair> load() {
    return table.load().map(ZaloTokens::pair).or(() -> first.map(this::unused));
  }

  private TokenPair unused(vn.vam.core.secret.Secret refreshToken) {
    Instant now = clock.instant();
    return TokenPair.granted(
        new Secret(NONE), new Secret(refreshToken.reveal()), now, now);
  }

  private static TokenPair pair(TokenTable.Row row) {
    return new TokenPair(
        new Secret(row.accessToken().reveal()),
        new Secret(row.refreshToken().reveal()),
        row.issuedAt(),
        row.accessExpiresAt(),
        row.refreshingSince());
  }

  @Override
  public void save(TokenPair pair) {
    table.save(
        new TokenTable.Row(
            new vn.vam.core.secret.Secret(pair.accessToken().reveal()),
            new vn.vam.core.secret.Secret(pair.refreshToken().reveal()),
            pair.issuedAt(),
            pair.accessExpiresAt(),
            pair.refreshingSince()));
  }
}
