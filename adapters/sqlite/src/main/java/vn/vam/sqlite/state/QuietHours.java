package vn.vam.sqlite.state;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import vn.vam.core.citizen.Quiet;
import vn.vam.core.notify.OutboxMessage;

/** Lets what is not urgent wait while its citizen wants quiet. */
final class QuietHours {
  /** What waited for the morning is still worth sending then. */
  private static final Duration WORTH_SENDING = Duration.ofHours(1);

  /** So that nobody else waits long for the file while a whole province sleeps. */
  private static final int MOST_AT_ONCE = 500;

  private final Quiet usual;

  QuietHours(Quiet usual) {
    this.usual = usual;
  }

  /** The first message that is due and may be sent now; those before it wait. */
  Optional<OutboxMessage> firstToSend(
      Handle transaction, Supplier<Optional<OutboxMessage>> due, Instant now) {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      Optional<OutboxMessage> next = due.get();
      Optional<Instant> until = next.flatMap(message -> quietUntil(transaction, message, now));
      if (until.isEmpty()) {
        return next;
      }
      wait(transaction, next.orElseThrow().id(), until.get());
    }
    return Optional.empty();
  }

  private Optional<Instant> quietUntil(Handle transaction, OutboxMessage message, Instant now) {
    return message.draft().isUrgent()
        ? Optional.empty()
        : of(transaction, message.draft().citizen()).orElse(usual).endsAfter(now);
  }

  private static void wait(Handle transaction, long message, Instant until) {
    transaction.execute(
        "UPDATE outbox SET resting = 1, due_at = ?, expires_at = max(expires_at, ?) WHERE id = ?",
        until.toEpochMilli(),
        until.plus(WORTH_SENDING).toEpochMilli(),
        message);
  }

  static Optional<Quiet> of(Handle transaction, String citizen) {
    return transaction
        .createQuery("SELECT * FROM quiet_hours WHERE citizen = ?")
        .bind(0, citizen)
        .map((row, context) -> quiet(row.getInt("from_minute"), row.getInt("until_minute")))
        .findOne();
  }

  private static Quiet quiet(int from, int until) {
    return from == until ? Quiet.NEVER : Quiet.between(time(from), time(until));
  }

  private static LocalTime time(int minute) {
    return LocalTime.MIDNIGHT.plusMinutes(minute);
  }

  /** What waits for an hour that is quiet no more is due at once. */
  static void keep(Handle transaction, String citizen, Quiet quiet, Instant now) {
    transaction.execute(
        "INSERT OR REPLACE INTO quiet_hours VALUES (?, ?, ?)",
        citizen,
        quiet.hours().map(hours -> minute(hours.from())).orElse(0),
        quiet.hours().map(hours -> minute(hours.until())).orElse(0));
    transaction.execute(
        """
        UPDATE outbox SET due_at = ?
        WHERE citizen = ? AND state = 'WAITING' AND attempts = 0 AND due_at > ?""",
        now.toEpochMilli(),
        citizen,
        now.toEpochMilli());
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  static void forget(Handle transaction, String citizen) {
    transaction.execute("DELETE FROM quiet_hours WHERE citizen = ?", citizen);
  }
}
