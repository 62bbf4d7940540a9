package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.List;
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
                    WHERE a.station = ? AND e.at >= ? AND e.at < ? AND e.kind IN ('RAISED', 'ESCALATED', 'CLEARED', 'CLOSED', 'UNWATCHED')
                    ORDER BY e.at, e.id LIMIT ?""")
                .bind(0, station.value())
                .bind(1, from.toEpochMilli())
                .bind(2, to.toEpochMilli())
                .bind(3, most)
                .map(
                    (row, context) ->
                        new Decision(
                            AlertRows.written(row.getLong("alert")),
                            new RuleId(row.getString("rule")),
                            AlertRows.event(row)))
                .list());
  }
}
