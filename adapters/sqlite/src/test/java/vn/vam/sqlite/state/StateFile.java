package vn.vam.sqlite.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Inbox.Waiting;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.citizen.Quiet;
import vn.vam.core.log.Place;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** The state file of a test, with everything that works on it. */
final class StateFile implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  static final StationId XUAN_HOA = new StationId("xuan-hoa");
  static final RuleId SALT = new RuleId("salt");

  private final Path folder;
  private StateDatabase database;

  StateFile(Path folder) {
    this.folder = folder;
    this.database = StateDatabase.open(file());
  }

  private Path file() {
    return folder.resolve("state.db");
  }

  /** As after a restart. */
  void reopen() {
    database.close();
    database = StateDatabase.open(file());
  }

  SqliteAlertDesk desk() {
    return new SqliteAlertDesk(database);
  }

  SqliteWatched watched() {
    return new SqliteWatched(database);
  }

  SqliteOperatorDesk operators() {
    return new SqliteOperatorDesk(database);
  }

  SqliteGatherDesk gathers() {
    return new SqliteGatherDesk(database);
  }

  SqliteCallDesk calls() {
    return new SqliteCallDesk(database);
  }

  SqliteOutbox outbox() {
    return new SqliteOutbox(database);
  }

  SqliteDoubts doubts() {
    return new SqliteDoubts(database);
  }

  SqliteReach reach() {
    return new SqliteReach(database);
  }

  SqliteUnconfirmed unconfirmed() {
    return new SqliteUnconfirmed(database);
  }

  SqliteFanouts fanouts() {
    return new SqliteFanouts(database);
  }

  SqliteInbox inbox() {
    return new SqliteInbox(database);
  }

  SqliteLimits limits() {
    return new SqliteLimits(database);
  }

  /** One in which all who said nothing of it want quiet in these hours. */
  SqliteOutbox outbox(Quiet usual) {
    return new SqliteOutbox(database, usual);
  }

  SqliteLimitDesk limitDesk() {
    return new SqliteLimitDesk(database);
  }

  SqliteCitizens citizens() {
    return new SqliteCitizens(database);
  }

  SqliteNews news() {
    return new SqliteNews(database);
  }

  SqliteFollowedDossiers followed() {
    return new SqliteFollowedDossiers(database);
  }

  SqliteTries tries() {
    return new SqliteTries(database);
  }

  TokenTable tokens() {
    return new TokenTable(database);
  }

  void raises(double value) {
    desk().commit(Place.of(1), List.of(), List.of(raised(value)), NOON);
  }

  static AlertChange raised(double value) {
    return new AlertChange.Raised(SALT, XUAN_HOA, Severity.WARNING, NOON, value);
  }

  static AlertChange escalated(Severity severity, double value) {
    return new AlertChange.Escalated(SALT, XUAN_HOA, severity, NOON.plusSeconds(30), value);
  }

  static AlertChange cleared(double value) {
    return new AlertChange.Cleared(SALT, XUAN_HOA, Severity.WARNING, NOON.plusSeconds(60), value);
  }

  /** The citizen says something, and this is answered and remembered. */
  void answers(String key, String citizen, List<Draft> drafts, ProfileChange... changes) {
    inbox().accept(key, new CitizenEvent.Said(citizen, "xin chào", NOON), NOON);
    Waiting waiting =
        inbox().waiting(1_000).stream()
            .filter(next -> next.event().citizen().equals(citizen))
            .findFirst()
            .orElseThrow();
    inbox().answer(waiting, drafts, List.of(changes), NOON);
  }

  void writes(Draft... drafts) {
    answers("event of " + drafts[0].key(), "somebody", List.of(drafts));
  }

  static Draft draft(String key, String citizen, int priority) {
    return new Draft(key, citizen, "nội dung " + key, List.of(), priority, Optional.empty());
  }

  List<String> leasedTexts(Instant now) {
    return Stream.generate(() -> outbox().lease(now))
        .takeWhile(Optional::isPresent)
        .map(message -> message.orElseThrow().draft().text())
        .toList();
  }

  OutboxMessage lease(Instant now) {
    return outbox().lease(now).orElseThrow();
  }

  /** As another program would. */
  void execute(String statement) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  String ask(String query) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** From now on the disk takes nothing for this table. */
  void breaks(String table) {
    execute(
        "CREATE TRIGGER broken BEFORE INSERT ON "
            + table
            + " BEGIN SELECT RAISE(ABORT, 'no room'); END");
  }

  void heals() {
    execute("DROP TRIGGER broken");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file());
  }

  /** Every byte on disk once the hub has stopped, one character each. */
  String bytesOnDisk() {
    database.close();
    try (Stream<Path> files = Files.list(folder)) {
      StringBuilder bytes = new StringBuilder();
      for (Path file : files.toList()) {
        bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      return bytes.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      database = StateDatabase.open(file());
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
