package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.Optional;
import vn.vam.core.secret.Secret;

/** The messenger's tokens in the state file: one row, on disk before {@link #save} returns. */
public final class TokenTable {
  /**
   * @param refreshingSince when the refresh token was taken up for use, if it was
   * @param grownFrom a fingerprint of the configured token the first pair was got with; empty for
   *     none
   */
  public record Row(
      Secret accessToken,
      Secret refreshToken,
      Instant issuedAt,
      Instant accessExpiresAt,
      Optional<Instant> refreshingSince,
      String grownFrom) {}

  private final StateDatabase database;

  public TokenTable(StateDatabase database) {
    this.database = database;
  }

  public Optional<Row> load() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT * FROM token")
                .map(
                    (row, context) ->
                        new Row(
                            new Secret(row.getString("access_token")),
                            new Secret(row.getString("refresh_token")),
                            Instant.ofEpochMilli(row.getLong("issued_at")),
                            Instant.ofEpochMilli(row.getLong("access_expires_at")),
                            Optional.ofNullable(row.getObject("refreshing_since"))
                                .map(since -> Instant.ofEpochMilli(((Number) since).longValue())),
                            row.getString("grown_from")))
                .findOne());
  }

  public void save(Row row) {
    database.useTransaction(
        transaction ->
            transaction.execute(
                "INSERT OR REPLACE INTO token VALUES (1, ?, ?, ?, ?, ?, ?)",
                row.accessToken().reveal(),
                row.refreshToken().reveal(),
                row.issuedAt().toEpochMilli(),
                row.accessExpiresAt().toEpochMilli(),
                row.refreshingSince().map(Instant::toEpochMilli).orElse(null),
                row.grownFrom()));
  }
}
