package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.station.StationId;

/** Messages as rows: how they come in, which is next, and how they end. */
final class OutboxRows {
  /** So that nobody else waits long for the file while a whole province wakes. */
  private static final int MOST_WOKEN = 500;

  static final String UNWANTED = "no longer wanted";

  private OutboxRows() {}

  static void insert(Handle transaction, Draft draft, Instant now) {
    transaction
        .createQuery(
            """
            INSERT INTO outbox (key, citizen, text, priority, created_at, due_at, expires_at, again)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING id""")
        .bind(0, draft.key())
        .bind(1, draft.citizen())
        .bind(2, draft.text())
        .bind(3, draft.priority())
        .bind(4, now.toEpochMilli())
        .bind(5, now.toEpochMilli())
        .bind(6, draft.expires().map(Instant::toEpochMilli).orElse(null))
        .bind(7, draft.again().orElse(null))
        .mapTo(Long.class)
        .findOne()
        .ifPresent(id -> insertRest(transaction, id, draft));
  }

  private static void insertRest(Handle transaction, long message, Draft draft) {
    draft.shown().ifPresent(shown -> ShownRows.insert(transaction, message, shown));
    List<Button> buttons = draft.buttons();
    for (int i = 0; i < buttons.size(); i++) {
      transaction.execute(
          "INSERT INTO outbox_button VALUES (?, ?, ?, ?)",
          message,
          i,
          buttons.get(i).title(),
          buttons.get(i).payload());
    }
  }

  /** What has rested until now waits again, some of it at once. */
  static void wake(Handle transaction, Instant now) {
    transaction.execute(
        """
        UPDATE outbox SET resting = 0 WHERE id IN (
          SELECT id FROM outbox INDEXED BY outbox_resting
          WHERE state = 'WAITING' AND resting = 1 AND due_at <= ? LIMIT ?)""",
        now.toEpochMilli(),
        MOST_WOKEN);
  }

  /**
   * A message that waits for another try, or for evidence, holds back those behind it for the same
   * citizen: an all-clear never overtakes its alert. One that rests does not; {@link StillToTell}
   * sees to what tells of the same. No alert overtakes a graver one that is on its way to the same
   * citizen; no alert waits for an answer that is.
   */
  static Optional<OutboxMessage> due(Handle transaction, Instant now) {
    return transaction
        .createQuery(
            """
            SELECT * FROM outbox INDEXED BY outbox_due WHERE state = 'WAITING' AND resting = 0
            AND (due_at <= ? OR coalesce(sent_at, created_at) > ?)
            AND NOT EXISTS (
              SELECT 1 FROM outbox AS earlier
              WHERE earlier.citizen = outbox.citizen AND earlier.priority >= outbox.priority
              AND ((earlier.state = 'SENDING' AND earlier.priority < ?) OR (
                earlier.priority = outbox.priority AND earlier.id < outbox.id
                AND earlier.resting = 0 AND earlier.state IN ('WAITING', 'SENDING', 'IN_DOUBT'))))
            ORDER BY priority DESC, due_at, id LIMIT 1""")
        .bind(0, now.toEpochMilli())
        .bind(1, setBack(now))
        .bind(2, Draft.ANSWER)
        .map(
            (row, context) ->
                new OutboxMessage(
                    row.getLong("id"),
                    new Draft(
                        row.getString("key"),
                        row.getString("citizen"),
                        row.getString("text"),
                        List.of(),
                        row.getInt("priority"),
                        Optional.empty()),
                    row.getInt("attempts")))
        .findOne()
        .map(message -> withRest(transaction, message));
  }

  private static OutboxMessage withRest(Handle transaction, OutboxMessage message) {
    List<Button> buttons =
        transaction
            .createQuery("SELECT * FROM outbox_button WHERE message = ? ORDER BY position")
            .bind(0, message.id())
            .map((row, context) -> new Button(row.getString("title"), row.getString("payload")))
            .list();
    Draft whole = message.draft().with(buttons).showing(ShownRows.of(transaction, message.id()));
    return new OutboxMessage(message.id(), whole, message.attempts());
  }

  /**
   * What was written or sent later than this lies in the future: the clock was set back since, and
   * nothing waits for that.
   */
  static long setBack(Instant now) {
    return now.plusSeconds(5).toEpochMilli();
  }

  static void finish(
      Handle transaction,
      long message,
      String state,
      String reason,
      String messageId,
      Instant now) {
    transaction.execute(
        """
        UPDATE outbox SET state = ?, reason = ?, message_id = ?, settled_at = ?, text = '',
        again = NULL, received_at = (SELECT at FROM early_receipt WHERE message_id = ?)
        WHERE id = ?""",
        state,
        reason,
        messageId,
        now.toEpochMilli(),
        messageId,
        message);
    transaction.execute("DELETE FROM early_receipt WHERE message_id = ?", messageId);
    transaction.execute("DELETE FROM outbox_button WHERE message = ?", message);
    ShownRows.forget(transaction, message);
    forgetIfErased(transaction, message);
  }

  /**
   * It is not sent any more, and stays what it was before: delivered the way it went first, unclear
   * where it may have arrived, or undelivered.
   */
  static void end(Handle transaction, long message, String reason, Instant now) {
    String fate =
        transaction
            .createQuery(
                """
                SELECT CASE WHEN way IS NOT NULL THEN 'DELIVERED'
                WHEN doubted_at IS NOT NULL THEN 'UNCLEAR' ELSE 'UNDELIVERABLE' END
                FROM outbox WHERE id = ?""")
            .bind(0, message)
            .mapTo(String.class)
            .one();
    finish(transaction, message, fate, reason, "", now);
    transaction.execute("DELETE FROM unconfirmed WHERE message = ?", message);
  }

  /** What was sent stays counted, but no longer tells to whom. */
  private static void forgetIfErased(Handle transaction, long message) {
    transaction.execute(
        """
        UPDATE outbox SET citizen = '', key = 'erased-' || id, message_id = NULL
        WHERE id = ? AND citizen NOT IN (SELECT id FROM citizen)""",
        message);
  }

  /**
   * What was not asked for by this very message is not wanted any more: what waits ends, and what
   * is under way, in doubt or not confirmed is not sent again.
   */
  static void stop(Handle transaction, String citizen, Instant now) {
    transaction.execute(
        "UPDATE outbox SET unwanted = 1 WHERE citizen = ? AND priority < ?", citizen, Draft.ANSWER);
    transaction
        .createQuery(
            "SELECT id FROM outbox WHERE citizen = ? AND state = 'WAITING' AND unwanted = 1")
        .bind(0, citizen)
        .mapTo(Long.class)
        .list()
        .forEach(id -> end(transaction, id, UNWANTED, now));
  }

  /** The same of what tells of one station alone: its alerts, and the citizen's limits there. */
  static void stop(Handle transaction, String citizen, StationId station, Instant now) {
    open(transaction, citizen).stream()
        .filter(one -> StillToTell.isAbout(transaction, one.getValue(), Set.of(station)))
        .forEach(
            one -> {
              transaction.execute("UPDATE outbox SET unwanted = 1 WHERE id = ?", one.getKey());
              if (StillToTell.waits(transaction, one.getKey())) {
                end(transaction, one.getKey(), UNWANTED, now);
              }
            });
  }

  /** What may be sent yet, or again, with its keys. */
  private static List<Map.Entry<Long, String>> open(Handle transaction, String citizen) {
    return transaction
        .createQuery(
            """
            SELECT id, key FROM outbox WHERE citizen = ? AND priority < ?
            AND (settled_at IS NULL OR id IN (SELECT message FROM unconfirmed))""")
        .bind(0, citizen)
        .bind(1, Draft.ANSWER)
        .map((row, context) -> Map.entry(row.getLong("id"), row.getString("key")))
        .list();
  }

  /** What waits for a citizen under keys that begin so. */
  static void drop(Handle transaction, String citizen, String prefix, String reason, Instant now) {
    transaction
        .createQuery(
            """
            SELECT id FROM outbox WHERE citizen = :citizen AND state = 'WAITING'
            AND substr(key, 1, length(:prefix)) = :prefix""")
        .bind("citizen", citizen)
        .bind("prefix", prefix)
        .mapTo(Long.class)
        .list()
        .forEach(id -> finish(transaction, id, "UNDELIVERABLE", reason, "", now));
  }

  /**
   * Nothing waits for them any more, what was sent no longer tells to whom, and what is under way
   * is not tried again.
   */
  static void erase(Handle transaction, String citizen, Instant now) {
    SqliteReach.forget(transaction, citizen);
    transaction.execute(
        "UPDATE outbox SET expires_at = 0 WHERE citizen = ? AND state = 'SENDING'", citizen);
    transaction
        .createQuery("SELECT id FROM outbox WHERE citizen = ? AND state = 'WAITING'")
        .bind(0, citizen)
        .mapTo(Long.class)
        .list()
        .forEach(id -> finish(transaction, id, "UNDELIVERABLE", "erased", "", now));
    transaction
        .createQuery("SELECT id FROM outbox WHERE citizen = ? AND state = 'IN_DOUBT'")
        .bind(0, citizen)
        .mapTo(Long.class)
        .list()
        .forEach(id -> finish(transaction, id, "UNCLEAR", "erased", "", now));
    transaction.execute(
        """
        UPDATE outbox SET citizen = '', key = 'erased-' || id, message_id = NULL
        WHERE citizen = ? AND state <> 'SENDING'""",
        citizen);
  }
}
