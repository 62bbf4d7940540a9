package vn.vam.sqlite.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Unconfirmed;
import vn.vam.core.notify.Way;

/** Dangers no phone has confirmed, in the state file. */
public final class SqliteUnconfirmed implements Unconfirmed {
  private final StateDatabase database;

  public SqliteUnconfirmed(StateDatabase database) {
    this.database = database;
  }

  @Override
  public List<Overdue> overdue(Duration patience, Instant now, int most) {
    return database.inTransaction(
        transaction -> {
          List<Overdue> old = old(transaction, patience, now, most);
          List<Overdue> needless =
              old.stream()
                  .filter(one -> StillToTell.whyNot(transaction, one.message().id()).isPresent())
                  .toList();
          needless.forEach(one -> forget(transaction, one));
          return old.stream().filter(one -> !needless.contains(one)).toList();
        });
  }

  private static List<Overdue> old(Handle transaction, Duration patience, Instant now, int most) {
    return transaction
        .createQuery(
            """
            SELECT o.*, u.text AS words, coalesce(o.way, 'CONSULTATION') AS used
            FROM unconfirmed u JOIN outbox o ON o.id = u.message
            WHERE (u.since <= ? OR u.since > ?) AND u.not_before <= ?
            ORDER BY u.since LIMIT ?""")
        .bind(0, now.minus(patience).toEpochMilli())
        .bind(1, OutboxRows.setBack(now))
        .bind(2, now.toEpochMilli())
        .bind(3, most)
        .map(
            (row, context) ->
                new Overdue(
                    new OutboxMessage(
                        row.getLong("id"),
                        new Draft(
                            row.getString("key"),
                            row.getString("citizen"),
                            row.getString("words"),
                            List.of(),
                            row.getInt("priority"),
                            Optional.empty()),
                        row.getInt("attempts")),
                    Way.valueOf(row.getString("used"))))
        .list();
  }

  @Override
  public void goesOn(Overdue overdue, Instant now) {
    database.useTransaction(
        transaction -> {
          transaction.execute(
              """
              UPDATE outbox SET state = 'WAITING', text = ?, due_at = ?, settled_at = NULL,
              message_id = NULL, tried = trim(tried || ' ' || ?)
              WHERE id = ? AND state = 'DELIVERED' AND coalesce(received_at, 0) = 0""",
              overdue.message().draft().text(),
              now.toEpochMilli(),
              overdue.way().name(),
              overdue.message().id());
          forget(transaction, overdue);
        });
  }

  @Override
  public void waits(Overdue overdue, Instant until) {
    database.useTransaction(
        transaction ->
            transaction.execute(
                "UPDATE unconfirmed SET not_before = ? WHERE message = ?",
                until.toEpochMilli(),
                overdue.message().id()));
  }

  @Override
  public void ends(Overdue overdue) {
    database.useTransaction(transaction -> forget(transaction, overdue));
  }

  private static void forget(Handle transaction, Overdue overdue) {
    transaction.execute("DELETE FROM unconfirmed WHERE message = ?", overdue.message().id());
  }
}
