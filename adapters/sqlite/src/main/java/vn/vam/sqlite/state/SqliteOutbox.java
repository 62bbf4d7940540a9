package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.citizen.Quiet;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Outbox;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.ParkedMessage;

/** The outbox in the state file. */
public final class SqliteOutbox implements Outbox {
  private final StateDatabase database;
  private final QuietHours quiet;

  public SqliteOutbox(StateDatabase database) {
    this(database, Quiet.NEVER);
  }

  /**
   * @param usual when citizens are told of dangers alone who said nothing of it
   */
  public SqliteOutbox(StateDatabase database, Quiet usual) {
    this.database = database;
    this.quiet = new QuietHours(usual);
  }

  @Override
  public Optional<AlertNotice> nextNotice(long behind) {
    return database.inTransaction(
        transaction ->
            notice(transaction, "alert > 0 AND held_at IS NULL AND id > ?", behind)
                .or(() -> notice(transaction, "held_at IS NULL AND id > ?", behind)));
  }

  private static Optional<AlertNotice> notice(Handle transaction, String which, long behind) {
    return transaction
        .createQuery("SELECT * FROM notice WHERE " + which + " ORDER BY id LIMIT 1")
        .bind(0, behind)
        .map((row, context) -> notice(row))
        .findOne();
  }

  static AlertNotice notice(ResultSet row) throws SQLException {
    return new AlertNotice(
        row.getLong("id"),
        AlertRows.written(row.getLong("alert")),
        ChangeKind.read(row),
        Optional.ofNullable(row.getString("citizen")));
  }

  @Override
  public void tell(AlertNotice notice, List<Draft> drafts, Instant now) {
    new SqliteFanouts(database).tell(notice, drafts, now);
  }

  @Override
  public Optional<OutboxMessage> lease(Instant now) {
    return database.inTransaction(
        transaction -> {
          if (!isOwner(transaction)) {
            throw new IllegalStateException("the outbox has another owner by now");
          }
          expire(transaction, now);
          OutboxRows.wake(transaction, now);
          Optional<OutboxMessage> due =
              quiet.firstToSend(
                  transaction,
                  () -> StillToTell.first(transaction, () -> OutboxRows.due(transaction, now), now),
                  now);
          due.ifPresent(
              message ->
                  transaction.execute(
                      """
                      UPDATE outbox SET state = 'SENDING', attempts = attempts + 1, sent_at = ?,
                      message_id = NULL, resting = 0, leased_in = ? WHERE id = ?""",
                      now.toEpochMilli(),
                      database.epoch(),
                      message.id()));
          return due;
        });
  }

  private boolean isOwner(Handle transaction) {
    return transaction.createQuery("SELECT epoch FROM tenure").mapTo(Long.class).one()
        == database.epoch();
  }

  private boolean isLeased(Handle transaction, OutboxMessage message) {
    return transaction
        .createQuery("SELECT 1 FROM outbox WHERE id = ? AND state = 'SENDING' AND leased_in = ?")
        .bind(0, message.id())
        .bind(1, database.epoch())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static void expire(Handle transaction, Instant now) {
    transaction
        .createQuery(
            "SELECT id FROM outbox INDEXED BY outbox_expiry WHERE state = 'WAITING' AND expires_at < ?")
        .bind(0, now.toEpochMilli())
        .mapTo(Long.class)
        .list()
        .forEach(id -> OutboxRows.end(transaction, id, "expired", now));
  }

  @Override
  public void settle(OutboxMessage message, Delivery delivery, Instant now) {
    database.useTransaction(
        transaction -> {
          if (!isLeased(transaction, message)) {
            throw new IllegalStateException("the message is not leased to this owner any more");
          }
          switch (delivery) {
            case Delivery.Delivered delivered -> {
              transaction.execute(
                  "UPDATE outbox SET way = ? WHERE id = ?", delivered.way().name(), message.id());
              OutboxRows.finish(
                  transaction, message.id(), "DELIVERED", "", delivered.messageId(), now);
            }
            case Delivery.Undeliverable undeliverable ->
                OutboxRows.finish(
                    transaction, message.id(), "UNDELIVERABLE", undeliverable.reason(), "", now);
            case Delivery.Unclear unclear ->
                SqliteDoubts.begin(transaction, message.id(), unclear.reason(), now);
            case Delivery.InWords words -> {
              ShownRows.forget(transaction, message.id());
              transaction.execute(
                  "UPDATE outbox SET state = 'WAITING', reason = ?, due_at = ? WHERE id = ?",
                  words.reason(),
                  now.toEpochMilli(),
                  message.id());
            }
            case Delivery.OtherWay other ->
                transaction.execute(
                    """
                    UPDATE outbox SET state = 'WAITING', reason = ?, due_at = ?,
                    tried = trim(tried || ' ' || ?) WHERE id = ?""",
                    other.reason(),
                    now.toEpochMilli(),
                    other.failed().name(),
                    message.id());
            case Delivery.Rests rests ->
                transaction.execute(
                    """
                    UPDATE outbox SET state = 'WAITING', reason = ?, resting = 1,
                    due_at = coalesce(?, expires_at, 253402300799000) WHERE id = ?""",
                    rests.reason(),
                    rests.atMost().map(span -> wholeSecond(now.plus(span))).orElse(null),
                    message.id());
            case Delivery.RetryLater later ->
                transaction.execute(
                    "UPDATE outbox SET state = 'WAITING', reason = ?, due_at = ? WHERE id = ?",
                    later.reason(),
                    now.plus(later.after()).toEpochMilli(),
                    message.id());
          }
          StillToTell.ends(transaction, message.id(), now);
        });
  }

  @Override
  public int recover(Instant now) {
    return database.inTransaction(
        transaction -> {
          List<Long> underWay =
              transaction
                  .createQuery("SELECT id FROM outbox WHERE state = 'SENDING'")
                  .mapTo(Long.class)
                  .list();
          underWay.forEach(
              id -> SqliteDoubts.begin(transaction, id, "the hub stopped while sending", now));
          return underWay.size();
        });
  }

  @Override
  public OutboxCounts counts() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT count(*) FILTER (WHERE state IN ('WAITING', 'SENDING')) AS waiting,
                           count(*) FILTER (WHERE state = 'DELIVERED') AS delivered,
                           (SELECT count(*) FROM outbox WHERE received_at > 0) AS received,
                           count(*) FILTER (WHERE state IN ('IN_DOUBT', 'UNCLEAR')) AS unclear,
                           count(*) FILTER (WHERE state = 'UNDELIVERABLE') AS undeliverable
                    FROM outbox""")
                .map(
                    (row, context) ->
                        new OutboxCounts(
                            row.getLong("waiting"),
                            row.getLong("delivered"),
                            row.getLong("received"),
                            row.getLong("unclear"),
                            row.getLong("undeliverable")))
                .one());
  }

  @Override
  public List<ParkedMessage> parked(int most) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT * FROM outbox WHERE state IN ('UNCLEAR', 'UNDELIVERABLE')
                    ORDER BY settled_at DESC, id DESC LIMIT ?""")
                .bind(0, most)
                .map(
                    (row, context) ->
                        new ParkedMessage(
                            row.getLong("id"),
                            ParkedMessage.Fate.valueOf(row.getString("state")),
                            row.getString("reason"),
                            row.getInt("attempts"),
                            Instant.ofEpochMilli(row.getLong("settled_at"))))
                .list());
  }

  /** What waits for the same moment goes in the order in which it was written. */
  private static long wholeSecond(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
  }
}
