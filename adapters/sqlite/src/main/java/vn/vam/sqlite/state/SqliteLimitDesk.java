package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.LimitDesk;

/** Notices of citizens' own limits that wait for others, in the state file. */
public final class SqliteLimitDesk implements LimitDesk {
  private final StateDatabase database;

  public SqliteLimitDesk(StateDatabase database) {
    this.database = database;
  }

  @Override
  public void hold(AlertNotice notice, Instant now) {
    new SqliteGatherDesk(database).hold(notice, now);
  }

  @Override
  public List<List<AlertNotice>> waiting(Instant since, Instant now, int most) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery(
                    """
                    WITH own AS (
                      SELECT n.*, coalesce(l.citizen, 'nobody ' || n.rule) AS owner FROM notice n
                      LEFT JOIN citizen_limit l ON l.number = CAST(substr(n.rule, :behind) AS INTEGER)
                      WHERE n.held_at IS NOT NULL AND n.alert = 0),
                    due AS (
                      SELECT DISTINCT owner FROM own
                      WHERE held_at <= :since OR held_at > :now LIMIT :most)
                    SELECT * FROM own WHERE owner IN due ORDER BY id""")
                .bind("behind", LimitRules.PREFIX.length() + 1)
                .bind("since", since.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> Map.entry(row.getString("owner"), SqliteOutbox.notice(row)))
                .list()
                .stream()
                .collect(
                    Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .values()
                .stream()
                .toList());
  }

  @Override
  public void tell(List<AlertNotice> notices, List<Draft> drafts, Instant now) {
    new SqliteFanouts(database).tellEach(drafts, notices, now);
  }
}
