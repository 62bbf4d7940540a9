package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.RuleState;
import vn.vam.core.station.StationId;

/**
 * What the rules remember of citizens' own limits, and what comes of them: no alert that others
 * see, only a notice. It goes with its limit.
 */
final class LimitStates {
  private LimitStates() {}

  static List<RuleState> all(Handle transaction) {
    return transaction
        .createQuery("SELECT * FROM limit_state")
        .map(
            (row, context) ->
                new RuleState(
                    LimitRules.id(row.getLong("number")),
                    new StationId(row.getString("station")),
                    RuleState.Phase.valueOf(row.getString("phase")),
                    Instant.ofEpochMilli(row.getLong("since")),
                    Instant.ofEpochMilli(row.getLong("last_at")),
                    row.getDouble("last_value")))
        .list();
  }

  /** One whose limit has gone meanwhile is dropped. */
  static void keep(Handle transaction, List<RuleState> states) {
    if (states.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        transaction.prepareBatch(
            """
            INSERT OR REPLACE INTO limit_state
            SELECT number, ?, ?, ?, ?, ? FROM citizen_limit WHERE number = ?""");
    for (RuleState state : states) {
      batch.add(
          state.station().value(),
          state.phase().name(),
          state.since().toEpochMilli(),
          state.lastAt().toEpochMilli(),
          state.lastValue(),
          number(state));
    }
    batch.execute();
  }

  private static long number(RuleState state) {
    return LimitRules.numberOf(state.rule()).orElse(0);
  }

  /** The same change twice is one notice. */
  static void apply(Handle transaction, AlertChange change) {
    OptionalLong number = LimitRules.numberOf(change.rule());
    boolean isNew =
        switch (change) {
          case AlertChange.Raised raised ->
              transaction.execute(
                      "UPDATE citizen_limit SET raised_at = ? WHERE number = ? AND raised_at IS NULL",
                      raised.at().toEpochMilli(),
                      number.orElse(0))
                  == 1;
          case AlertChange.Cleared cleared ->
              transaction.execute(
                      """
                      UPDATE citizen_limit SET raised_at = NULL
                      WHERE number = ? AND raised_at IS NOT NULL""",
                      number.orElse(0))
                  == 1;
          case AlertChange.Escalated escalated -> false;
          case AlertChange.Still still -> false;
          case AlertChange.Doubted doubted -> false;
        };
    if (change instanceof AlertChange.Cleared cleared && cleared.ending() == Ending.UNWATCHED) {
      transaction.execute("DELETE FROM limit_state WHERE number = ?", number.orElse(0));
    }
    if (isNew) {
      AlertChanges.notice(transaction, 0, change);
    }
  }
}
