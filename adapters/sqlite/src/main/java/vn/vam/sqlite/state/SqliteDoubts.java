package vn.vam.sqlite.state;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Doubts;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Evidence;
import vn.vam.core.notify.Transcript;

/** The outbox's messages in doubt, in the state file. */
public final class SqliteDoubts implements Doubts {
  private static final Duration EARLY_KEPT = Duration.ofMinutes(10);

  private final StateDatabase database;

  public SqliteDoubts(StateDatabase database) {
    this.database = database;
  }

  /**
   * @param caption of the picture it may have gone with; empty where it has none
   */
  private record Suspect(long id, String state, String text, String caption) {
    boolean isInDoubt() {
      return state.equals("IN_DOUBT");
    }

    boolean says(String other) {
      String said = normal(other);
      return normal(text).equals(said) || (!caption.isEmpty() && normal(caption).equals(said));
    }

    private static String normal(String text) {
      return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
  }

  @Override
  public boolean hear(Evidence evidence, Instant now) {
    return database.aheadOfOthers(
        transaction ->
            switch (evidence) {
              case Evidence.Sent sent -> hear(transaction, sent, now);
              case Evidence.Received received -> hear(transaction, received, now);
            });
  }

  private static boolean hear(Handle transaction, Evidence.Sent sent, Instant now) {
    Optional<Suspect> suspect =
        isKnown(transaction, sent.messageId()) ? Optional.empty() : suspect(transaction, sent);
    suspect.ifPresent(found -> clear(transaction, found, sent.messageId(), now));
    return suspect.filter(Suspect::isInDoubt).isPresent();
  }

  private static boolean isKnown(Handle transaction, String messageId) {
    return transaction
        .createQuery("SELECT 1 FROM outbox WHERE message_id = ? AND message_id <> ''")
        .bind(0, messageId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static Optional<Suspect> suspect(Handle transaction, Evidence.Sent sent) {
    return suspects(
            transaction,
            "citizen = ? AND sent_at <= ?",
            sent.citizen(),
            sent.at().plus(CLOCKS).toEpochMilli())
        .filter(each -> each.says(sent.text()))
        .findFirst();
  }

  /** In the order in which they were written. */
  private static Stream<Suspect> suspects(Handle transaction, String which, Object... values) {
    return transaction
        .select(
            """
            SELECT id, state, text, coalesce(caption, '') AS caption
            FROM outbox LEFT JOIN outbox_picture ON message = id
            WHERE state IN ('SENDING', 'IN_DOUBT') AND coalesce(message_id, '') = '' AND\s"""
                + which
                + " ORDER BY id",
            values)
        .map(
            (row, context) ->
                new Suspect(
                    row.getLong("id"),
                    row.getString("state"),
                    row.getString("text"),
                    row.getString("caption")))
        .list()
        .stream();
  }

  private static void clear(Handle transaction, Suspect suspect, String messageId, Instant now) {
    if (suspect.isInDoubt()) {
      OutboxRows.finish(transaction, suspect.id(), "DELIVERED", "", messageId, now);
    } else {
      transaction.execute("UPDATE outbox SET message_id = ? WHERE id = ?", messageId, suspect.id());
    }
  }

  private static boolean hear(Handle transaction, Evidence.Received received, Instant now) {
    Optional<Suspect> suspect = received.ours().flatMap(id -> suspect(transaction, id));
    suspect.ifPresent(found -> clear(transaction, found, received.messageId(), now));
    keep(transaction, received, now);
    return suspect.filter(Suspect::isInDoubt).isPresent();
  }

  private static Optional<Suspect> suspect(Handle transaction, long message) {
    return suspects(transaction, "id = ?", message).findFirst();
  }

  private static void keep(Handle transaction, Evidence.Received received, Instant now) {
    long at = received.at().toEpochMilli();
    int kept =
        transaction.execute(
            """
            UPDATE outbox SET received_at = coalesce(received_at, ?)
            WHERE message_id = ? AND message_id <> '' AND state = 'DELIVERED'""",
            at,
            received.messageId());
    if (kept == 0) {
      transaction.execute(
          "DELETE FROM early_receipt WHERE at < ?", now.minus(EARLY_KEPT).toEpochMilli());
      transaction.execute(
          "INSERT OR IGNORE INTO early_receipt VALUES (?, ?)", received.messageId(), at);
    }
  }

  @Override
  public boolean misses(Doubt doubt, Transcript transcript, Instant now) {
    Instant from = doubt.sentAt().minus(CLOCKS);
    if (transcript.since().isAfter(from)) {
      return false;
    }
    return database.inTransaction(
        transaction ->
            transcript.sent().stream()
                    .filter(sent -> !sent.at().isBefore(from))
                    .allMatch(sent -> isKnown(transaction, sent.messageId()))
                && sendsAgain(transaction, doubt, now));
  }

  private static boolean sendsAgain(Handle transaction, Doubt doubt, Instant now) {
    return transaction.execute(
            """
            UPDATE outbox SET state = 'WAITING', due_at = ?, message_id = NULL, missed = 1
            WHERE id = ? AND state = 'IN_DOUBT' AND sent_at = ? AND priority = ? AND missed = 0
            AND tried = '' AND doubted_at <= ? AND (expires_at IS NULL OR expires_at >= ?)""",
            now.toEpochMilli(),
            doubt.id(),
            doubt.sentAt().toEpochMilli(),
            Draft.ANSWER,
            now.minus(SHOWN_WITHIN).toEpochMilli(),
            now.toEpochMilli())
        == 1;
  }

  @Override
  public List<Doubt> open(int most, long after) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    "SELECT * FROM outbox WHERE state = 'IN_DOUBT' ORDER BY id <= ?, id LIMIT ?")
                .bind(0, after)
                .bind(1, most)
                .map(
                    (row, context) ->
                        new Doubt(
                            row.getLong("id"),
                            row.getString("citizen"),
                            row.getString("text"),
                            Instant.ofEpochMilli(row.getLong("sent_at"))))
                .list());
  }

  @Override
  public Ended end(Instant now) {
    return database.inTransaction(
        transaction -> new Ended(repeat(transaction, now), giveUp(transaction, now)));
  }

  private static int repeat(Handle transaction, Instant now) {
    List<Long> repeatable =
        transaction
            .createQuery(
                """
                SELECT id FROM outbox WHERE state = 'IN_DOUBT' AND (doubted_at <= ? OR doubted_at > ?)
                AND again IS NOT NULL AND attempts < ? AND (expires_at IS NULL OR expires_at >= ?)""")
            .bind(0, now.minus(PATIENCE).toEpochMilli())
            .bind(1, OutboxRows.setBack(now))
            .bind(2, MOST_ATTEMPTS)
            .bind(3, now.toEpochMilli())
            .mapTo(Long.class)
            .filter(id -> StillToTell.whyNot(transaction, id).isEmpty())
            .list();
    repeatable.forEach(
        id ->
            transaction.execute(
                """
                UPDATE outbox SET state = 'WAITING', text = again, due_at = ?, message_id = NULL
                WHERE id = ?""",
                now.toEpochMilli(),
                id));
    return repeatable.size();
  }

  private static int giveUp(Handle transaction, Instant now) {
    List<Long> old =
        transaction
            .createQuery(
                """
                SELECT id FROM outbox
                WHERE state = 'IN_DOUBT' AND (doubted_at <= ? OR doubted_at > ?)""")
            .bind(0, now.minus(PATIENCE).toEpochMilli())
            .bind(1, OutboxRows.setBack(now))
            .mapTo(Long.class)
            .list();
    old.forEach(id -> abandon(transaction, id, now));
    return old.size();
  }

  /** It stays unclear for ever; the reason is the one it came into doubt for. */
  private static void abandon(Handle transaction, long message, Instant now) {
    String reason =
        transaction
            .createQuery("SELECT coalesce(reason, '') FROM outbox WHERE id = ?")
            .bind(0, message)
            .mapTo(String.class)
            .one();
    OutboxRows.finish(transaction, message, "UNCLEAR", reason, "", now);
  }

  /**
   * A send ended without an answer. Evidence that came before that end decides at once; nobody asks
   * after a message to a citizen who was erased meanwhile.
   */
  static void begin(Handle transaction, long message, String reason, Instant now) {
    transaction.execute(
        "UPDATE outbox SET state = 'IN_DOUBT', reason = ?, doubted_at = ? WHERE id = ?",
        reason,
        now.toEpochMilli(),
        message);
    boolean erased =
        transaction
            .createQuery("SELECT coalesce(expires_at, 1) = 0 FROM outbox WHERE id = ?")
            .bind(0, message)
            .mapTo(Boolean.class)
            .one();
    Optional<String> seen =
        transaction
            .createQuery("SELECT message_id FROM outbox WHERE id = ? AND message_id <> ''")
            .bind(0, message)
            .mapTo(String.class)
            .findOne();
    seen.ifPresent(id -> OutboxRows.finish(transaction, message, "DELIVERED", "", id, now));
    if (erased && seen.isEmpty()) {
      abandon(transaction, message, now);
    }
  }
}
