package vn.vam.sqlite.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Fanouts;
import vn.vam.core.station.StationId;

/**
 * Changes told to many: written in portions, so that nobody else waits long for the state file, and
 * stopped the same way.
 */
public final class SqliteFanouts implements Fanouts {
  private static final int PORTION = 2_000;

  /** Which ones are counted is written in. */
  private static final String COUNTED =
      """
      SELECT f.name, f.at, max(f.total, count(o.id)) AS total, f.stopped,
        count(*) FILTER (WHERE o.state IN ('WAITING', 'SENDING')) AS waiting,
        count(*) FILTER (WHERE o.state = 'DELIVERED') AS delivered,
        count(*) FILTER (WHERE o.received_at > 0) AS received,
        count(*) FILTER (WHERE o.state IN ('IN_DOUBT', 'UNCLEAR')) AS unclear,
        count(*) FILTER (WHERE o.state = 'UNDELIVERABLE') AS undeliverable
      FROM (%s) f LEFT JOIN outbox o ON o.fanout = f.name
      GROUP BY f.name ORDER BY f.at DESC, f.name""";

  /** What somebody said may wait so long to be written down. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

  private final StateDatabase database;

  public SqliteFanouts(StateDatabase database) {
    this.database = database;
  }

  /** The fan-out a draft belongs to: its key without the citizen. */
  private static String name(Draft draft) {
    String key = draft.key();
    return key.substring(0, Math.max(0, key.lastIndexOf('/')));
  }

  /**
   * A portion that is written stays written: whoever is told of it again after a crash is known by
   * the key. The notice is done with the last one.
   */
  void tell(AlertNotice notice, List<Draft> drafts, Instant now) {
    tell(
        drafts,
        transaction -> transaction.execute("DELETE FROM notice WHERE id = ?", notice.id()),
        now);
  }

  /** Messages of different fan-outs to one citizen, in one transaction with the notices' end. */
  void tellEach(List<Draft> drafts, List<AlertNotice> notices, Instant now) {
    database.useTransaction(
        transaction -> {
          for (Draft draft : drafts) {
            write(transaction, List.of(draft), 1, now);
            supersede(transaction, List.of(draft), now);
          }
          for (AlertNotice notice : notices) {
            transaction.execute("DELETE FROM notice WHERE id = ?", notice.id());
          }
        });
  }

  /**
   * @param done part of the last portion's transaction
   */
  void tell(List<Draft> drafts, Consumer<Handle> done, Instant now) {
    int from = 0;
    do {
      List<Draft> portion = drafts.subList(from, Math.min(from + PORTION, drafts.size()));
      from += PORTION;
      boolean last = from >= drafts.size();
      database.useTransaction(
          transaction -> {
            List<Draft> wanted = wanted(transaction, portion, now);
            write(transaction, wanted, drafts.size(), now);
            supersede(transaction, wanted, now);
            if (last) {
              done.accept(transaction);
            }
          });
    } while (from < drafts.size());
  }

  /** Without those who have said since the telling began that they want to hear no more of it. */
  private static List<Draft> wanted(Handle transaction, List<Draft> portion, Instant since) {
    Map<String, Set<StationId>> stopped = StoppedRows.since(transaction, since.minus(ON_ITS_WAY));
    return portion.stream()
        .filter(
            draft ->
                Optional.ofNullable(stopped.get(draft.citizen()))
                    .filter(stations -> StillToTell.isAbout(transaction, draft.key(), stations))
                    .isEmpty())
        .toList();
  }

  private static void write(Handle transaction, List<Draft> portion, int total, Instant now) {
    if (portion.isEmpty() || isStopped(transaction, name(portion.getFirst()))) {
      return;
    }
    if (!name(portion.getFirst()).isEmpty()) {
      transaction.execute(
          "INSERT OR IGNORE INTO fanout (name, at, total) VALUES (?, ?, ?)",
          name(portion.getFirst()),
          now.toEpochMilli(),
          total);
    }
    insert(transaction, portion.stream().filter(Draft::isWordsAlone).toList(), now);
    portion.stream()
        .filter(draft -> !draft.isWordsAlone())
        .forEach(draft -> OutboxRows.insert(transaction, draft, now));
  }

  private static void insert(Handle transaction, List<Draft> drafts, Instant now) {
    if (drafts.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        transaction.prepareBatch(
            """
            INSERT INTO outbox (key, citizen, text, priority, created_at, due_at, expires_at, again, fanout)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""");
    for (Draft draft : drafts) {
      batch.add(
          draft.key(),
          draft.citizen(),
          draft.text(),
          draft.priority(),
          now.toEpochMilli(),
          now.toEpochMilli(),
          draft.expires().map(Instant::toEpochMilli).orElse(null),
          draft.again().orElse(null),
          name(draft).isEmpty() ? null : name(draft));
    }
    batch.execute();
  }

  private static boolean isStopped(Handle transaction, String name) {
    return transaction
        .createQuery("SELECT 1 FROM fanout WHERE name = ? AND stopped = 1")
        .bind(0, name)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /**
   * What was said before of the same and was not sent yet is true no more. What was said after a
   * draft that is told again stays.
   */
  private static void supersede(Handle transaction, List<Draft> portion, Instant now) {
    for (Draft draft : portion) {
      Set<String> subjects = Heard.subjects(transaction, draft.key());
      transaction
          .createQuery(
              """
              SELECT id, key FROM outbox WHERE citizen = ? AND state = 'WAITING'
              AND id < (SELECT id FROM outbox WHERE key = ?) AND priority < ?""")
          .bind(0, draft.citizen())
          .bind(1, draft.key())
          .bind(2, Draft.ANSWER)
          .map((row, context) -> Map.entry(row.getLong("id"), row.getString("key")))
          .list()
          .stream()
          .filter(waiting -> subjects.containsAll(Heard.subjects(transaction, waiting.getValue())))
          .forEach(
              waiting ->
                  OutboxRows.end(transaction, waiting.getKey(), StillToTell.SUPERSEDED, now));
    }
  }

  @Override
  public List<Fanout> newest(int most) {
    return database.inTransaction(
        transaction ->
            read(
                transaction
                    .createQuery(
                        COUNTED.formatted("SELECT * FROM fanout ORDER BY at DESC, name LIMIT ?"))
                    .bind(0, most)));
  }

  @Override
  public List<Fanout> of(String alert, String change) {
    return database.inTransaction(
        transaction ->
            read(
                transaction
                    .createQuery(
                        COUNTED.formatted(
                            """
                            SELECT * FROM fanout WHERE name = ? UNION
                            SELECT fanout.* FROM fanout JOIN summary_change
                            ON name = 'S-' || summary || '/storm' WHERE alert = ? AND change = ?"""))
                    .bind(0, alert + "/" + change)
                    .bind(1, AlertRows.number(alert).orElse(0L))
                    .bind(2, change.toUpperCase(Locale.ROOT))));
  }

  private static List<Fanout> read(Query fanouts) {
    return fanouts
        .map(
            (row, context) ->
                new Fanout(
                    row.getString("name"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getLong("total"),
                    row.getLong("waiting"),
                    row.getLong("delivered"),
                    row.getLong("received"),
                    row.getLong("unclear"),
                    row.getLong("undeliverable"),
                    row.getBoolean("stopped")))
        .list();
  }

  @Override
  public long stop(String name, Instant now) {
    boolean known =
        database.inTransaction(
            transaction -> {
              transaction.execute(
                  "UPDATE outbox SET expires_at = 0 WHERE fanout = ? AND state = 'SENDING'", name);
              return transaction.execute("UPDATE fanout SET stopped = 1 WHERE name = ?", name) > 0;
            });
    return known ? stopWaiting(name, now) : -1;
  }

  private long stopWaiting(String name, Instant now) {
    long stopped = 0;
    long portion;
    do {
      portion = database.inTransaction(transaction -> stopPortion(transaction, name, now));
      stopped += portion;
    } while (portion > 0);
    return stopped;
  }

  private static long stopPortion(Handle transaction, String name, Instant now) {
    List<Long> waiting =
        transaction
            .createQuery("SELECT id FROM outbox WHERE fanout = ? AND state = 'WAITING' LIMIT ?")
            .bind(0, name)
            .bind(1, PORTION)
            .mapTo(Long.class)
            .list();
    waiting.forEach(id -> OutboxRows.end(transaction, id, StillToTell.STOPPED, now));
    return waiting.size();
  }
}
