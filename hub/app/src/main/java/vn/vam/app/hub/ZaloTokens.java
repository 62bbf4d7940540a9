package vn.vam.app.hub;

import java.time.Clock;
import java.util.Optional;
import vn.vam.core.message.Payload;
import vn.vam.sqlite.state.TokenTable;
import vn.vam.zalo.Secret;
import vn.vam.zalo.TokenPair;
import vn.vam.zalo.TokenStore;

/**
 * Keeps the component's tokens in the hub's state file; begins with the configured refresh token,
 * and begins anew when another one is configured.
 */
final class ZaloTokens implements TokenStore {
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
    return table
        .load()
        .filter(row -> first.isEmpty() || row.grownFrom().equals(fingerprint()))
        .map(ZaloTokens::pair)
        .or(
            () ->
                first.map(
                    token -> TokenPair.startingWith(Secret.of(token.reveal()), clock.instant())));
  }

  private String fingerprint() {
    return first.map(token -> Payload.ofText(token.reveal()).fingerprint()).orElse("");
  }

  private static TokenPair pair(TokenTable.Row row) {
    return new TokenPair(
        Secret.of(row.accessToken().reveal()),
        Secret.of(row.refreshToken().reveal()),
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
            pair.refreshingSince(),
            fingerprint()));
  }
}
