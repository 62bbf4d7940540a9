package vn.vam.sqlite.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.vam.core.alert.PublicMessage;
import vn.vam.core.alert.PublicMessage.Warned;
import vn.vam.core.alert.PublicTrail;
import vn.vam.core.rule.Severity;

/** What other warning systems were told, in the state file. */
public final class SqlitePublicTrail implements PublicTrail {
  /** Nobody refers to older ones. */
  private static final Duration KEPT = Duration.ofDays(60);

  private final StateDatabase database;

  public SqlitePublicTrail(StateDatabase database) {
    this.database = database;
  }

  @Override
  public PublicMessage tell(Instant since, Next next) {
    return database.inTransaction(
        transaction -> {
          List<PublicMessage> before = since(transaction, since);
          Optional<PublicMessage> told = next.after(before, newest(transaction) + 1);
          told.ifPresent(message -> keep(transaction, message));
          return told.orElseGet(before::getLast);
        });
  }

  @Override
  public Optional<PublicMessage> sent(String identifier) {
    return database.inTransaction(
        transaction ->
            transaction
                .createQuery("SELECT * FROM public_message WHERE identifier = ?")
                .bind(0, identifier)
                .map((row, context) -> message(row))
                .findOne());
  }

  private static List<PublicMessage> since(Handle transaction, Instant since) {
    return transaction
        .createQuery(
            """
            SELECT * FROM public_message
            WHERE sent >= ? OR number = (SELECT max(number) FROM public_message) ORDER BY number""")
        .bind(0, since.toEpochMilli())
        .map((row, context) -> message(row))
        .list();
  }

  /** Also of what is kept no longer: a number is never given twice. */
  private static long newest(Handle transaction) {
    return transaction
        .createQuery("SELECT seq FROM sqlite_sequence WHERE name = 'public_message'")
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  private static void keep(Handle transaction, PublicMessage message) {
    transaction.execute(
        "INSERT INTO public_message (identifier, sender, sent, warned, body) VALUES (?, ?, ?, ?, ?)",
        message.identifier(),
        message.sender(),
        message.sent().toEpochMilli(),
        message.warned().stream().map(SqlitePublicTrail::line).collect(Collectors.joining("\n")),
        message.body());
    transaction.execute(
        "DELETE FROM public_message WHERE sent < ?", message.sent().minus(KEPT).toEpochMilli());
  }

  private static String line(Warned warned) {
    return warned.alert()
        + "\t"
        + warned.severity().name()
        + "\t"
        + warned.what().replaceAll("\\s+", " ");
  }

  private static PublicMessage message(ResultSet row) throws SQLException {
    return new PublicMessage(
        row.getString("identifier"),
        row.getString("sender"),
        Instant.ofEpochMilli(row.getLong("sent")),
        row.getString("warned").lines().map(SqlitePublicTrail::warned).toList(),
        row.getString("body"));
  }

  private static Warned warned(String line) {
    String[] parts = line.split("\t", 3);
    return new Warned(parts[0], Severity.valueOf(parts[1]), parts[2]);
  }
}
