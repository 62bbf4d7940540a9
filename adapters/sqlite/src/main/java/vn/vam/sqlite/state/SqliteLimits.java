package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.limit.Limits;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/** Citizens' own limits in the state file. {@link #all} and {@link #news} are for one thread. */
public final class SqliteLimits implements Limits {
  private final StateDatabase database;
  private long newest;

  public SqliteLimits(StateDatabase database) {
    this.database = database;
  }

  @Override
  public List<Kept> all() {
    newest = 0;
    return news().come();
  }

  @Override
  public News news() {
    News news = database.inTransaction(transaction -> news(transaction, newest));
    news.come().forEach(kept -> newest = Math.max(newest, kept.number()));
    return news;
  }

  private static News news(Handle transaction, long newest) {
    List<Kept> come =
        transaction
            .createQuery("SELECT * FROM citizen_limit WHERE number > ? ORDER BY number")
            .bind(0, newest)
            .map((row, context) -> new Kept(row.getLong("number"), limit(row)))
            .list();
    List<Long> gone =
        transaction.createQuery("SELECT number FROM gone_limit").mapTo(Long.class).list();
    if (!gone.isEmpty()) {
      transaction.execute("DELETE FROM gone_limit");
    }
    return new News(come, gone);
  }

  @Override
  public Optional<Owner> ownerOf(RuleId rule) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT l.* FROM citizen_limit l JOIN citizen c ON c.id = l.citizen
                    WHERE l.number = ? AND c.following = 1""")
                .bind(0, LimitRules.numberOf(rule).orElse(0))
                .map((row, context) -> new Owner(row.getString("citizen"), limit(row)))
                .findOne());
  }

  static List<Limit> of(Handle transaction, String citizen) {
    return transaction
        .createQuery("SELECT * FROM citizen_limit WHERE citizen = ? ORDER BY number")
        .bind(0, citizen)
        .map((row, context) -> limit(row))
        .list();
  }

  /** A number of its own also where one is replaced: the rules begin anew with it. */
  static void set(Handle transaction, String citizen, Limit limit, String consent, Instant now) {
    transaction.execute(
        "DELETE FROM citizen_limit WHERE citizen = ? AND station = ? AND side = ?",
        citizen,
        limit.station().value(),
        limit.side().name());
    transaction.execute(
        """
        INSERT INTO citizen_limit (citizen, station, side, level, consent, agreed_at)
        VALUES (?, ?, ?, ?, ?, ?)""",
        citizen,
        limit.station().value(),
        limit.side().name(),
        limit.level(),
        consent,
        now.toEpochMilli());
  }

  static void remove(Handle transaction, String citizen, StationId station) {
    transaction.execute(
        "DELETE FROM citizen_limit WHERE citizen = ? AND station = ?", citizen, station.value());
  }

  static void removeAll(Handle transaction, String citizen) {
    transaction.execute("DELETE FROM citizen_limit WHERE citizen = ?", citizen);
  }

  private static Limit limit(ResultSet row) throws SQLException {
    return new Limit(
        new StationId(row.getString("station")),
        Limit.Side.valueOf(row.getString("side")),
        row.getDouble("level"));
  }
}
