package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.citizen.PhoneNumber;
import vn.vam.core.citizen.Profile.Phone;

/** Telephone numbers, with the words their owners agreed to. */
final class PhoneNumbers {
  private PhoneNumbers() {}

  static Phone of(Handle transaction, String citizen) {
    return isIn(transaction, "phone", citizen)
        ? Phone.KEPT
        : isIn(transaction, "number_offer", citizen) ? Phone.ASKED : Phone.NEVER_ASKED;
  }

  private static boolean isIn(Handle transaction, String table, String citizen) {
    return transaction
        .createQuery("SELECT 1 FROM " + table + " WHERE citizen = ?")
        .bind(0, citizen)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static void offer(Handle transaction, String citizen, Instant now) {
    agree(transaction, citizen, Optional.empty(), now);
  }

  static void agree(Handle transaction, String citizen, Optional<String> consent, Instant now) {
    transaction.execute(
        "INSERT OR REPLACE INTO number_offer VALUES (?, ?, ?)",
        citizen,
        consent.orElse(null),
        now.toEpochMilli());
  }

  static void keep(Handle transaction, String citizen, PhoneNumber number, Instant now) {
    transaction.execute(
        "INSERT OR REPLACE INTO phone VALUES (?, ?, ?)",
        citizen,
        number.digits(),
        now.toEpochMilli());
  }

  /** Remembers that the question was asked: it is not asked again. */
  static void drop(Handle transaction, String citizen) {
    transaction.execute("DELETE FROM phone WHERE citizen = ?", citizen);
    transaction.execute("UPDATE number_offer SET consent = NULL WHERE citizen = ?", citizen);
  }

  static void forget(Handle transaction, String citizen) {
    transaction.execute("DELETE FROM phone WHERE citizen = ?", citizen);
    transaction.execute("DELETE FROM number_offer WHERE citizen = ?", citizen);
  }
}
