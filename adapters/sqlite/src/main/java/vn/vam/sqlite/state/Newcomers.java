package vn.vam.sqlite.state;

import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.vam.core.rule.RuleId;
import vn.vam.core.station.StationId;

/**
 * Who agrees to hear of a station while an alert of it stands: they are told of it as those were
 * who agreed before, and so hear of its end.
 */
final class Newcomers {
  private record Standing(long number, RuleId rule, StationId station) {}

  private Newcomers() {}

  /** Of what they were told already, or nobody is told now, they are not. */
  static void tell(Handle transaction, String citizen, StationId station) {
    withdrawUnsent(transaction, citizen);
    standing(transaction, station).stream()
        .filter(alert -> !Shelves.holds(transaction, alert.rule(), alert.station()))
        .filter(alert -> !Heard.isAlarmed(transaction, citizen, AlertRows.written(alert.number())))
        .forEach(alert -> notice(transaction, citizen, alert.number()));
  }

  /** What they did not want, and was not sent for that, does not stand for having told them. */
  private static void withdrawUnsent(Handle transaction, String citizen) {
    transaction.execute(
        """
        UPDATE outbox SET key = key || '/' || id
        WHERE citizen = ? AND state = 'UNDELIVERABLE' AND reason = ?
        AND key LIKE 'A-%' AND key NOT LIKE '%/' || id""",
        citizen, OutboxRows.UNWANTED);
  }

  private static List<Standing> standing(Handle transaction, StationId station) {
    return transaction
        .createQuery(
            """
            SELECT number, rule, station FROM alert
            WHERE state <> 'CLEARED' AND told_severity IS NOT NULL
            AND (station = :station OR EXISTS (
              SELECT 1 FROM known_rule WHERE known_rule.rule = alert.rule
              AND instr(',' || together || ',', ',' || :station || ',') > 0))
            ORDER BY number""")
        .bind("station", station.value())
        .map(
            (row, context) ->
                new Standing(
                    row.getLong("number"),
                    new RuleId(row.getString("rule")),
                    new StationId(row.getString("station"))))
        .list();
  }

  /** As raised, at its severity of now, with time and value of when it came to that. */
  private static void notice(Handle transaction, String citizen, long alert) {
    transaction.execute(
        """
        INSERT INTO notice (alert, change, rule, station, severity, at, value, devices, citizen)
        SELECT number, 'RAISED', rule, station, severity, e.at, coalesce(e.value, alert.value),
               devices, ?
        FROM alert JOIN alert_event e ON e.id = (
          SELECT max(id) FROM alert_event
          WHERE alert = number AND kind IN ('RAISED', 'ESCALATED'))
        WHERE number = ?""",
        citizen,
        alert);
  }
}
