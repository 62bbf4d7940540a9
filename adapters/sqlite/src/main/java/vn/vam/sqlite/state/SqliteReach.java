package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Reach;
import vn.vam.core.notify.Reachability;
import vn.vam.core.notify.Way;

/** By which ways citizens can be reached, in the state file. */
public final class SqliteReach implements Reachability {
  private final StateDatabase database;

  public SqliteReach(StateDatabase database) {
    this.database = database;
  }

  @Override
  public Reach of(OutboxMessage message) {
    return database.inTransaction(transaction -> of(transaction, message));
  }

  private static Reach of(Handle transaction, OutboxMessage message) {
    return transaction
        .createQuery(
            """
            SELECT o.tried, c.at, p.number FROM outbox o
            LEFT JOIN contact c ON c.citizen = o.citizen
            LEFT JOIN phone p ON p.citizen = o.citizen WHERE o.id = ?""")
        .bind(0, message.id())
        .map(
            (row, context) ->
                new Reach(
                    Optional.ofNullable(row.getObject("at"))
                        .map(at -> Instant.ofEpochMilli(((Number) at).longValue())),
                    Optional.ofNullable(row.getString("number")),
                    ways(row.getString("tried"))))
        .findOne()
        .orElse(Reach.UNKNOWN);
  }

  static Set<Way> ways(String written) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    Arrays.stream(written.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(Way::valueOf)
        .forEach(ways::add);
    return ways;
  }

  /** When somebody wrote is kept only of those the hub may have to tell something. */
  static void forgetStranger(Handle transaction, String citizen) {
    transaction.execute(
        "DELETE FROM contact WHERE citizen = ? AND citizen NOT IN (SELECT id FROM citizen)",
        citizen);
  }

  static void forget(Handle transaction, String citizen) {
    PhoneNumbers.forget(transaction, citizen);
    transaction.execute("DELETE FROM contact WHERE citizen = ?", citizen);
  }
}
