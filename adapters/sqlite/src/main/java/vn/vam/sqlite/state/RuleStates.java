package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.Silences;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** What the rules of the configuration remember, as rows. */
final class RuleStates {
  private record Key(String rule, String station) {}

  /** In {@code told}, of one whose silence people know of and that was heard since. */
  private static final int BACK = 2;

  private record Hearing(Map<DeviceId, Instant> heard, Set<DeviceId> told, Set<DeviceId> back) {
    Hearing() {
      this(new HashMap<>(), new HashSet<>(), new HashSet<>());
    }

    Silences silences() {
      return new Silences(heard, told, back);
    }
  }

  private RuleStates() {}

  static List<RuleState> all(Handle transaction) {
    Map<Key, Hearing> hearings = new HashMap<>();
    transaction
        .createQuery("SELECT * FROM rule_hearing")
        .map((row, context) -> read(row, hearings))
        .list();
    return transaction
        .createQuery("SELECT * FROM rule_state")
        .map((row, context) -> state(row, hearings))
        .list();
  }

  private static DeviceId read(ResultSet row, Map<Key, Hearing> hearings) throws SQLException {
    DeviceId device = new DeviceId(row.getString("device"));
    Hearing hearing = hearings.computeIfAbsent(key(row), key -> new Hearing());
    hearing.heard().put(device, Instant.ofEpochMilli(row.getLong("heard_at")));
    int told = row.getInt("told");
    if (told > 0) {
      hearing.told().add(device);
    }
    if (told == BACK) {
      hearing.back().add(device);
    }
    return device;
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(row.getString("rule"), row.getString("station"));
  }

  private static RuleState state(ResultSet row, Map<Key, Hearing> hearings) throws SQLException {
    int rung = row.getInt("rung");
    Hearing hearing = rung == 0 ? hearings.get(key(row)) : null;
    return new RuleState(
        new RuleId(row.getString("rule")),
        new StationId(row.getString("station")),
        rung,
        RuleState.Phase.valueOf(row.getString("phase")),
        Instant.ofEpochMilli(row.getLong("since")),
        Instant.ofEpochMilli(row.getLong("last_at")),
        row.getDouble("last_value"),
        hearing == null ? Silences.NONE : hearing.silences());
  }

  static void keep(Handle transaction, List<RuleState> states) {
    if (states.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        transaction.prepareBatch("INSERT OR REPLACE INTO rule_state VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (RuleState state : states) {
      batch.add(
          state.rule().value(),
          state.station().value(),
          state.rung(),
          state.phase().name(),
          state.since().toEpochMilli(),
          state.lastAt().toEpochMilli(),
          state.lastValue());
    }
    batch.execute();
    states.stream()
        .filter(state -> !state.silences().heard().isEmpty())
        .forEach(state -> keepHearing(transaction, state));
  }

  /** A device that is gone is forgotten. */
  private static void keepHearing(Handle transaction, RuleState state) {
    String rule = state.rule().value();
    String station = state.station().value();
    transaction.execute("DELETE FROM rule_hearing WHERE rule = ? AND station = ?", rule, station);
    PreparedBatch batch =
        transaction.prepareBatch("INSERT INTO rule_hearing VALUES (?, ?, ?, ?, ?)");
    Silences silences = state.silences();
    silences
        .heard()
        .forEach(
            (device, at) ->
                batch.add(
                    rule, station, device.value(), at.toEpochMilli(), told(silences, device)));
    batch.execute();
  }

  /** One that watches again begins anew. */
  static void forget(Handle transaction, RuleId rule, StationId station) {
    for (String table : List.of("rule_state", "rule_hearing")) {
      transaction.execute(
          "DELETE FROM " + table + " WHERE rule = ? AND station = ?",
          rule.value(),
          station.value());
    }
  }

  private static int told(Silences silences, DeviceId device) {
    if (silences.back().contains(device)) {
      return BACK;
    }
    return silences.told().contains(device) ? 1 : 0;
  }
}
