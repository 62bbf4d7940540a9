package vn.vam.sqlite.state;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Tries;

/**
 * Tries in the state file, so that a restart forgives nobody: as fingerprints (HMAC-SHA-256),
 * neither codes nor citizens. Who is erased keeps them, so that it buys no new tries; whoever looks
 * something up deletes all that count no longer.
 */
public final class SqliteTries implements Tries {
  private static final String MAC = "HmacSHA256";
  private static final String WRONG = "wrong_try";

  private final StateDatabase database;

  public SqliteTries(StateDatabase database) {
    this.database = database;
  }

  @Override
  public int byCitizen(String citizen, Instant after) {
    return database.inTransaction(
        transaction -> count(transaction, WRONG, citizen(transaction, citizen), after));
  }

  @Override
  public int atCode(DossierCode code, Instant after) {
    return database.inTransaction(
        transaction -> count(transaction, WRONG, code(transaction, code), after));
  }

  @Override
  public boolean wasWrong(String citizen, DossierCode code, Instant after) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM wrong_try WHERE print = ? AND at_code = ?"
                        + " AND at > ?)")
                .bind(0, citizen(transaction, citizen))
                .bind(1, code(transaction, code))
                .bind(2, after.toEpochMilli())
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public int shown(String citizen, Instant after) {
    return database.inTransaction(
        transaction -> count(transaction, "shown_dossier", citizen(transaction, citizen), after));
  }

  @Override
  public void right(String citizen, Instant now, Duration counted) {
    database.useTransaction(
        transaction -> {
          deleteUntil(transaction, "shown_dossier", now.minus(counted));
          transaction.execute(
              "INSERT INTO shown_dossier (print, at) VALUES (?, ?)",
              citizen(transaction, citizen),
              now.toEpochMilli());
        });
  }

  @Override
  public void wrong(String citizen, DossierCode code, Instant now, Duration counted) {
    database.useTransaction(
        transaction -> {
          deleteUntil(transaction, WRONG, now.minus(counted));
          byte[] at = code(transaction, code);
          transaction.execute(
              "INSERT INTO wrong_try (print, at, at_code) VALUES (?, ?, ?)",
              citizen(transaction, citizen),
              now.toEpochMilli(),
              at);
          transaction.execute(
              "INSERT INTO wrong_try (print, at) VALUES (?, ?)", at, now.toEpochMilli());
        });
  }

  private static int count(Handle transaction, String table, byte[] print, Instant after) {
    deleteUntil(transaction, table, after);
    return transaction
        .createQuery("SELECT count(*) FROM " + table + " WHERE print = ?")
        .bind(0, print)
        .mapTo(Integer.class)
        .one();
  }

  private static void deleteUntil(Handle transaction, String table, Instant end) {
    transaction.execute("DELETE FROM " + table + " WHERE at <= ?", end.toEpochMilli());
  }

  private static byte[] citizen(Handle transaction, String citizen) {
    return print(transaction, "citizen " + citizen);
  }

  private static byte[] code(Handle transaction, DossierCode code) {
    return print(transaction, "code " + code.value());
  }

  private static byte[] print(Handle transaction, String text) {
    byte[] key =
        transaction.createQuery("SELECT mac_key FROM wrong_try_key").mapTo(byte[].class).one();
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has " + MAC, missing);
    }
  }
}
