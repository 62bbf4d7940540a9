package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.vam.core.operator.Suspected;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Doubt;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.rule.SignalState;
import vn.vam.core.station.StationId;

/** Values that are suspect, as rows, and what they would have raised. */
final class DoubtedValues {
  private static final String OF = " WHERE rule = ? AND station = ?";

  private DoubtedValues() {}

  static List<SignalState.OfSeries> all(Handle transaction) {
    return transaction
        .createQuery("SELECT * FROM doubted_value")
        .map((row, context) -> state(row))
        .list();
  }

  private static SignalState.OfSeries state(ResultSet row) throws SQLException {
    return new SignalState.OfSeries(
        new StationId(row.getString("station")),
        Quantity.valueOf(row.getString("quantity")),
        Optional.of(new Doubt(Instant.ofEpochMilli(row.getLong("at")), row.getDouble("value"))));
  }

  static void keep(Handle transaction, SignalState.OfSeries state) {
    String station = state.subject().station().value();
    String quantity = state.subject().quantity().name();
    transaction.execute(
        "DELETE FROM doubted_value WHERE station = ? AND quantity = ?", station, quantity);
    state
        .doubt()
        .ifPresent(
            doubt ->
                transaction.execute(
                    "INSERT INTO doubted_value VALUES (?, ?, ?, ?)",
                    station,
                    quantity,
                    doubt.at().toEpochMilli(),
                    doubt.value()));
  }

  /** Operators are to know, unless what the rule says there is shelved. */
  static void callFor(Handle transaction, AlertChange.Doubted breach) {
    if (!Shelves.holds(transaction, breach.rule(), breach.station())) {
      transaction.execute(
          "INSERT INTO doubted_breach (rule, station, severity, at, value) VALUES (?, ?, ?, ?, ?)",
          breach.rule().value(),
          breach.station().value(),
          breach.severity().name(),
          breach.at().toEpochMilli(),
          breach.value());
    }
  }

  static List<Suspected> untold(Handle transaction) {
    Map<Subject, List<Untold>> bySubject =
        transaction
            .createQuery("SELECT * FROM doubted_breach ORDER BY id")
            .map((row, context) -> new Untold(row.getLong("id"), breach(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(Untold::subject, LinkedHashMap::new, Collectors.toList()));
    return bySubject.entrySet().stream()
        .map(entry -> suspected(transaction, entry.getKey(), entry.getValue()))
        .toList();
  }

  private record Subject(RuleId rule, StationId station) {}

  private record Untold(long id, AlertChange.Doubted breach) {
    Subject subject() {
      return new Subject(breach.rule(), breach.station());
    }
  }

  private static Suspected suspected(Handle transaction, Subject subject, List<Untold> untold) {
    AlertChange.Doubted gravest =
        untold.stream()
            .map(Untold::breach)
            .max(
                Comparator.comparing(AlertChange.Doubted::severity)
                    .thenComparing(AlertChange.Doubted::at))
            .orElseThrow();
    return new Suspected(untold.getLast().id(), gravest, untold.size(), last(transaction, subject));
  }

  private static Optional<Suspected.Last> last(Handle transaction, Subject subject) {
    return transaction
        .createQuery("SELECT * FROM doubted_told" + OF)
        .bind(0, subject.rule().value())
        .bind(1, subject.station().value())
        .map(
            (row, context) ->
                new Suspected.Last(
                    Severity.valueOf(row.getString("severity")),
                    Instant.ofEpochMilli(row.getLong("at")),
                    Duration.ofMillis(row.getLong("patience"))))
        .findOne();
  }

  private static AlertChange.Doubted breach(ResultSet row) throws SQLException {
    return new AlertChange.Doubted(
        new RuleId(row.getString("rule")),
        new StationId(row.getString("station")),
        Severity.valueOf(row.getString("severity")),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getDouble("value"));
  }

  /** False where it was told before. */
  static boolean isTold(Handle transaction, Suspected suspected, Instant now) {
    AlertChange.Doubted breach = suspected.breach();
    int untold =
        transaction.execute(
            "DELETE FROM doubted_breach" + OF + " AND id <= ?",
            breach.rule().value(),
            breach.station().value(),
            suspected.upTo());
    if (untold > 0) {
      transaction.execute(
          "INSERT OR REPLACE INTO doubted_told VALUES (?, ?, ?, ?, ?)",
          breach.rule().value(),
          breach.station().value(),
          breach.severity().name(),
          now.toEpochMilli(),
          suspected.patience().toMillis());
    }
    return untold > 0;
  }

  /** Nobody is to be told of it any more: it is an alert by now, or shelved. */
  static void settle(Handle transaction, RuleId rule, StationId station) {
    for (String table : List.of("doubted_breach", "doubted_told")) {
      transaction.execute("DELETE FROM " + table + OF, rule.value(), station.value());
    }
  }
}
