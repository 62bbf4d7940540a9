package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.vam.core.alert.AlertTrail;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/** The trail of alerts in the state file. */
public final class SqliteAlertTrail implements AlertTrail {
  private final StateDatabase database;

  public SqliteAlertTrail(StateDatabase database) {
    this.database = database;
  }

  @Override
  public List<Decision> decisions(StationId station, Instant from, Instant to, int most) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    SELECT e.*, a.rule FROM alert_event e JOIN alert a ON a.number = e.alert
                    WHERE a.station = ? AND e.at >= ? AND e.at < ? AND e.kind IN ('RAISED', 'ESCALATED', 'CLEARED')
                    ORDER BY e.at, e.id LIMIT ?""")
                .bind(0, station.value())
                .bind(1, from.toEpochMilli())
                .bind(2, to.toEpochMilli())
                .bind(3, most)
                .map((row, context) -> decision(transaction, row))
                .list());
  }

  private static Decision decision(Handle transaction, ResultSet row) throws SQLException {
    String alert = AlertRows.written(row.getLong("alert"));
    var event = AlertRows.event(row);
    return new Decision(
        alert,
        new RuleId(row.getString("rule")),
        event,
        told(transaction, alert + "/" + event.kind().word()));
  }

  private static Optional<Told> told(Handle transaction, String fanout) {
    return transaction
        .createQuery(
            """
            SELECT f.total,
              count(*) FILTER (WHERE o.state IN ('WAITING', 'SENDING')) AS waiting,
              count(*) FILTER (WHERE o.state = 'DELIVERED') AS delivered,
              count(*) FILTER (WHERE o.received_at > 0) AS received,
              count(*) FILTER (WHERE o.state IN ('IN_DOUBT', 'UNCLEAR')) AS unclear,
              count(*) FILTER (WHERE o.state = 'UNDELIVERABLE') AS undeliverable
            FROM fanout f LEFT JOIN outbox o ON o.fanout = f.name
            WHERE f.name = ? GROUP BY f.name""")
        .bind(0, fanout)
        .map(
            (row, context) ->
                new Told(
                    row.getLong("total"),
                    row.getLong("waiting"),
                    row.getLong("delivered"),
                    row.getLong("received"),
                    row.getLong("unclear"),
                    row.getLong("undeliverable")))
        .findOne();
  }
}
