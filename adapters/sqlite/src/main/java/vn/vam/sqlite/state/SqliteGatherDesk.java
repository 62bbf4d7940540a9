package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.GatherDesk;
import vn.vam.core.station.StationId;

/** Notices that wait for others, in the state file. */
public final class SqliteGatherDesk implements GatherDesk {
  private final StateDatabase database;

  public SqliteGatherDesk(StateDatabase database) {
    this.database = database;
  }

  @Override
  public void hold(AlertNotice notice, Instant now) {
    database.useTransaction(
        transaction ->
            transaction.execute(
                "UPDATE notice SET held_at = ? WHERE id = ?", now.toEpochMilli(), notice.id()));
  }

  @Override
  public List<Held> held() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    "SELECT * FROM notice WHERE held_at IS NOT NULL AND alert > 0 ORDER BY id")
                .map((row, context) -> held(row))
                .list());
  }

  private static Held held(ResultSet row) throws SQLException {
    long summary = row.getLong("summary");
    Optional<Long> part = row.wasNull() ? Optional.empty() : Optional.of(summary);
    return new Held(SqliteOutbox.notice(row), Instant.ofEpochMilli(row.getLong("held_at")), part);
  }

  @Override
  public List<StationId> changedSince(Instant since) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT station FROM alert WHERE since >= :since
                    UNION ALL SELECT station FROM alert WHERE cleared_at >= :since""")
                .bind("since", since.toEpochMilli())
                .mapTo(String.class)
                .map(StationId::new)
                .list());
  }

  @Override
  public long close(List<AlertNotice> notices) {
    long summary = notices.getFirst().id();
    database.useTransaction(
        transaction ->
            notices.forEach(
                notice ->
                    transaction.execute(
                        "UPDATE notice SET summary = ? WHERE id = ?", summary, notice.id())));
    return summary;
  }

  @Override
  public void tell(long summary, List<AlertNotice> notices, List<Draft> drafts, Instant now) {
    database.useTransaction(
        transaction ->
            notices.forEach(
                notice ->
                    transaction.execute(
                        "INSERT OR REPLACE INTO summary_change VALUES (?, ?, ?)",
                        summary,
                        AlertRows.number(notice.alert()).orElseThrow(),
                        ChangeKind.of(notice.change()).name())));
    new SqliteFanouts(database)
        .tell(
            drafts,
            transaction -> transaction.execute("DELETE FROM notice WHERE summary = ?", summary),
            now);
  }
}
