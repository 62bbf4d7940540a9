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
 * neither codes nor citizens.
 */
public final class SqliteTries implements Tries {
  private static final String MAC = "HmacSHA256";

  private final StateDatabase database;

  public SqliteTries(StateDatabase database) {
    this.database = database;
  }

  @Override
  public int byCitizen(String citizen, Instant after) {
    return database.inTransaction(
        transaction -> count(transaction, citizen(transaction, citizen), after));
  }

  @Override
  public int atCode(DossierCode code, Instant after) {
    return database.inTransaction(
        transaction -> count(transaction, code(transaction, code), after));
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
        transaction ->
            transaction
                .createQuery("SELECT count(*) FROM shown_dossier WHERE print = ? AND at > ?")
                .bind(0, citizen(transaction, citizen))
                .bind(1, after.toEpochMilli())
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public void right(String citizen, Instant now, Duration counted) {
    database.useTransaction(
        transaction -> {
          transaction.execute(
              "DELETE FROM shown_dossier WHERE at <= ?", now.minus(counted).toEpochMilli());
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
          transaction.execute(
              "DELETE FROM wrong_try WHERE at <= ?", now.minus(counted).toEpochMilli());
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

  static void forget(Handle transaction, String citizen) {
    Object print = citizen(transaction, citizen);
    transaction.execute("DELETE FROM wrong_try WHERE print = ?", print);
    transaction.execute("DELETE FROM shown_dossier WHERE print = ?", print);
  }

  private static int count(Handle transaction, byte[] print, Instant after) {
    return transaction
        .createQuery("SELECT count(*) FROM wrong_try WHERE print = ? AND at > ?")
        .bind(0, print)
        .bind(1, after.toEpochMilli())
        .mapTo(Integer.class)
        .one();
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
