package vn.vam.sqlite.state;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.WrongTries;

/**
 * Wrong tries in the state file, so that a restart forgives nobody: as fingerprints (HMAC-SHA-256),
 * neither codes nor citizens.
 */
public final class SqliteTries implements WrongTries {
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
  public void wrong(String citizen, DossierCode code, Instant now, Duration counted) {
    database.useTransaction(
        transaction -> {
          transaction.execute(
              "DELETE FROM wrong_try WHERE at <= ?", now.minus(counted).toEpochMilli());
          Stream.of(citizen(transaction, citizen), code(transaction, code))
              .forEach(
                  print ->
                      transaction.execute(
                          "INSERT INTO wrong_try VALUES (?, ?)", print, now.toEpochMilli()));
        });
  }

  static void forget(Handle transaction, String citizen) {
    transaction.execute(
        "DELETE FROM wrong_try WHERE print = ?", (Object) citizen(transaction, citizen));
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
