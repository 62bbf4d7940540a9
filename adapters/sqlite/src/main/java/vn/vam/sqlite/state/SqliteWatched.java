package vn.vam.sqlite.state;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.Watched;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.rule.Subjects;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** What is and was watched, in the state file. */
public final class SqliteWatched implements Watched {
  private final StateDatabase database;

  public SqliteWatched(StateDatabase database) {
    this.database = database;
  }

  @Override
  public Map<StationId, String> names() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT id, name FROM known_station")
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("name")))
                .stream()
                .collect(
                    Collectors.toMap(one -> new StationId(one.getKey()), Map.Entry::getValue)));
  }

  @Override
  public void keep(Collection<Station> stations) {
    database.useTransaction(
        transaction ->
            stations.forEach(
                station ->
                    transaction.execute(
                        "INSERT OR REPLACE INTO known_station VALUES (?, ?)",
                        station.id().value(),
                        station.name())));
  }

  @Override
  public Map<RuleId, Map<Severity, Set<String>>> subjects() {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT rule, severity, subjects FROM known_rule")
                .reduceRows(
                    new HashMap<>(),
                    (all, row) -> {
                      all.computeIfAbsent(
                              new RuleId(row.getColumn("rule", String.class)),
                              rule -> new EnumMap<>(Severity.class))
                          .put(
                              Severity.valueOf(row.getColumn("severity", String.class)),
                              read(row.getColumn("subjects", String.class)));
                      return all;
                    }));
  }

  @Override
  public Set<StationId> together(RuleId rule) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT together FROM known_rule WHERE rule = ?")
                .bind(0, rule.value())
                .mapTo(String.class)
                .stream()
                .flatMap(all -> read(all).stream())
                .map(StationId::new)
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public List<Alert> begin(Collection<Rule> rules, List<AlertChange.Cleared> ends, Instant now) {
    return database.inTransaction(
        transaction -> {
          rules.forEach(rule -> keep(transaction, rule));
          return ends.stream()
              .map(end -> SqliteAlertDesk.apply(transaction, end, now))
              .flatMap(Optional::stream)
              .toList();
        });
  }

  private static void keep(Handle transaction, Rule rule) {
    transaction.execute("DELETE FROM known_rule WHERE rule = ?", rule.id().value());
    Subjects.of(rule)
        .forEach(
            (severity, subjects) ->
                transaction.execute(
                    "INSERT INTO known_rule VALUES (?, ?, ?, ?)",
                    rule.id().value(),
                    severity.name(),
                    written(subjects.stream()),
                    written(
                        rule.place().stream()
                            .flatMap(place -> rule.stations().stream())
                            .map(StationId::value))));
  }

  private static String written(Stream<String> words) {
    return words.sorted().collect(Collectors.joining(","));
  }

  private static Set<String> read(String written) {
    return written.isEmpty() ? Set.of() : new TreeSet<>(List.of(written.split(",")));
  }
}
