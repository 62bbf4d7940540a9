package vn.vam.sqlite.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.citizen.Stopped;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.limit.Limit;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.station.StationId;

/** What citizens stopped last, row by row as it was: with the words and the time of its consent. */
final class StoppedRows {
  /** Where agreements are kept, and all that makes one. */
  private enum Table {
    SUBSCRIPTION("agreed_at", "station", "consent", "agreed_at"),
    CITIZEN_LIMIT("number", "station", "side", "level", "consent", "agreed_at"),
    NEWS_SUBSCRIPTION("agreed_at", "topic", "consent", "agreed_at"),
    FOLLOWED_DOSSIER(
        "number",
        "code",
        "state",
        "state_text",
        "due_at",
        "late",
        "consent",
        "agreed_at",
        "ends_at",
        "asked_at"),
    PHONE("agreed_at", "number", "agreed_at"),
    NUMBER_OFFER("at", "consent", "at");

    private final String order;
    private final List<String> columns;

    Table(String order, String... columns) {
      this.order = order;
      this.columns = List.of(columns);
    }

    private String asJson() {
      return columns.stream()
          .map(column -> "'" + column + "', " + column)
          .collect(Collectors.joining(", ", "json_object(", ")"));
    }

    private String fromJson() {
      return columns.stream()
          .map(column -> "row ->> '$." + column + "'")
          .collect(Collectors.joining(", "));
    }
  }

  private StoppedRows() {}

  /** To be called before it is stopped; what was stopped before that can be taken back no more. */
  static void keep(
      Handle transaction, String citizen, ProfileChange.Unsubscribe from, Instant now) {
    Optional<String> station = Optional.of(from.station().value());
    keep(transaction, citizen, now, Table.SUBSCRIPTION, station);
    keep(transaction, citizen, now, Table.CITIZEN_LIMIT, station);
    forgetEarlier(transaction, citizen, now);
  }

  static void keep(Handle transaction, String citizen, ProfileChange.StopNews stop, Instant now) {
    keep(transaction, citizen, now, Table.NEWS_SUBSCRIPTION, stop.topic().map(NewsTopic::word));
    forgetEarlier(transaction, citizen, now);
  }

  static void keep(
      Handle transaction, String citizen, ProfileChange.StopDossiers stop, Instant now) {
    keep(transaction, citizen, now, Table.FOLLOWED_DOSSIER, stop.code().map(DossierCode::value));
    forgetEarlier(transaction, citizen, now);
  }

  static void keep(
      Handle transaction, String citizen, ProfileChange.UnsubscribeAll all, Instant now) {
    for (Table table : Table.values()) {
      keep(transaction, citizen, now, table, Optional.empty());
    }
    forgetEarlier(transaction, citizen, now);
  }

  private static void forgetEarlier(Handle transaction, String citizen, Instant now) {
    transaction
        .createUpdate(
            """
            DELETE FROM stopped WHERE citizen = :citizen AND at <> :now
            AND EXISTS (SELECT 1 FROM stopped WHERE citizen = :citizen AND at = :now)""")
        .bind("citizen", citizen)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /**
   * @param value of the table's first column; absent for all rows that have any there
   */
  private static void keep(
      Handle transaction, String citizen, Instant now, Table table, Optional<String> value) {
    transaction
        .createUpdate(
            "INSERT INTO stopped (citizen, at, kept_in, row) SELECT citizen, :now, '"
                + table
                + "', "
                + table.asJson()
                + " FROM "
                + table
                + " WHERE citizen = :citizen AND "
                + table.columns.getFirst()
                + " = coalesce(:value, "
                + table.columns.getFirst()
                + ") ORDER BY "
                + table.order)
        .bind("citizen", citizen)
        .bind("now", now.toEpochMilli())
        .bind("value", value.orElse(null))
        .execute();
  }

  /** What was agreed to anew meanwhile stays as it is. */
  static void takeBack(Handle transaction, String citizen, Instant now) {
    forgetOld(transaction, now);
    for (Table table : Table.values()) {
      String conflict = table == Table.NUMBER_OFFER ? "REPLACE" : "IGNORE";
      transaction.execute(
          "INSERT OR %s INTO %s (citizen, %s) SELECT citizen, %s FROM stopped WHERE citizen = ? AND kept_in = ? ORDER BY number"
              .formatted(conflict, table, String.join(", ", table.columns), table.fromJson()),
          citizen,
          table.name());
    }
    in(kept(transaction, citizen), Table.SUBSCRIPTION)
        .forEach(kept -> Newcomers.tell(transaction, citizen, kept.station()));
    forget(transaction, citizen);
  }

  static Stopped of(Handle transaction, String citizen, Instant now) {
    forgetOld(transaction, now);
    List<Kept> all = kept(transaction, citizen);
    return new Stopped(
        in(all, Table.SUBSCRIPTION).map(Kept::station).toList(),
        in(all, Table.CITIZEN_LIMIT).map(Kept::limit).toList(),
        in(all, Table.FOLLOWED_DOSSIER).map(kept -> new DossierCode(kept.first())).toList(),
        in(all, Table.NEWS_SUBSCRIPTION)
            .flatMap(kept -> NewsTopic.named(kept.first()).stream())
            .toList(),
        Stream.of(Table.PHONE, Table.NUMBER_OFFER)
            .anyMatch(table -> in(all, table).findAny().isPresent()));
  }

  /**
   * @param first its station, topic or dossier; empty for a number
   * @param side of a limit, as is the level
   */
  private record Kept(Table table, String first, @Nullable String side, double level) {
    StationId station() {
      return new StationId(first);
    }

    Limit limit() {
      return new Limit(station(), Limit.Side.valueOf(requireNonNull(side)), level);
    }

    @Override
    public String toString() {
      return "Kept[" + table + "]";
    }
  }

  private static Stream<Kept> in(List<Kept> all, Table table) {
    return all.stream().filter(kept -> kept.table() == table);
  }

  private static List<Kept> kept(Handle transaction, String citizen) {
    return transaction
        .createQuery(
            """
            SELECT kept_in, row ->> '$.side' AS side, row ->> '$.level' AS level,
              coalesce(row ->> '$.station', row ->> '$.topic', row ->> '$.code', '') AS first
            FROM stopped WHERE citizen = :citizen ORDER BY number""")
        .bind("citizen", citizen)
        .map(
            (row, context) ->
                new Kept(
                    Table.valueOf(row.getString("kept_in")),
                    row.getString("first"),
                    row.getString("side"),
                    row.getDouble("level")))
        .list();
  }

  /**
   * Of which stations citizens have said since then, and not taken back, that they want no more.
   */
  static Map<String, Set<StationId>> since(Handle transaction, Instant then) {
    return transaction
        .createQuery(
            """
            SELECT citizen, row ->> '$.station' AS station FROM stopped
            WHERE at >= ? AND kept_in = ? AND NOT EXISTS (
              SELECT 1 FROM subscription AS anew
              WHERE anew.citizen = stopped.citizen AND anew.station = row ->> '$.station')""")
        .bind(0, then.toEpochMilli())
        .bind(1, Table.SUBSCRIPTION.name())
        .map(
            (row, context) ->
                Map.entry(row.getString("citizen"), new StationId(row.getString("station"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }

  private static void forgetOld(Handle transaction, Instant now) {
    transaction.execute(
        "DELETE FROM stopped WHERE at < ?", now.minus(Stopped.LASTS).toEpochMilli());
  }

  /** A number that shall be forgotten does not come back. */
  static void forgetNumber(Handle transaction, String citizen) {
    transaction.execute(
        "DELETE FROM stopped WHERE citizen = ? AND kept_in IN (?, ?)",
        citizen,
        Table.PHONE.name(),
        Table.NUMBER_OFFER.name());
  }

  static void forget(Handle transaction, String citizen) {
    transaction.execute("DELETE FROM stopped WHERE citizen = ?", citizen);
  }
}
