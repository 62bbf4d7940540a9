package vn.vam.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.books.Account;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.books.BooksPage;
import vn.vam.core.books.ProgressKeeper;
import vn.vam.core.books.StoreProgress;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.Place;
import vn.vam.core.message.Envelope;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.DeviceId;
import vn.vam.testing.SmallDisk;

class KeepingTheStoresProgress {
  private static final Account QUEUED = new Account("native", "d-1", Heading.QUEUED, "");
  private static final Account STORED = new Account("native", "d-1", Heading.STORED, "");
  private static final Account REJECTED =
      new Account("native", "-", Heading.REJECTED, "unknown-device");

  @TempDir Path folder;
  private ProgressKeeper keeper;

  @BeforeEach
  void open() {
    keeper = SqliteProgress.open(folder.resolve("books.db"));
  }

  @AfterEach
  void close() {
    keeper.close();
  }

  @Test
  void at_first_there_is_none() {
    assertThat(keeper.load()).isEqualTo(StoreProgress.atTheStart());
  }

  @Test
  void place_and_books_come_back_together() {
    StoreProgress progress = progress(5, 7, Map.of(QUEUED, 3L, STORED, 40L, REJECTED, 1L));
    keeper.save(progress);

    assertThat(reopened().load()).isEqualTo(progress);
  }

  @Test
  void the_newest_counts() {
    keeper.save(progress(5, 7, Map.of(QUEUED, 3L, STORED, 40L)));
    keeper.save(progress(7, 7, Map.of(QUEUED, 1L, STORED, 42L)));

    assertThat(reopened().load()).isEqualTo(progress(7, 7, Map.of(QUEUED, 1L, STORED, 42L)));
  }

  @Test
  void an_account_that_was_emptied_is_gone() {
    keeper.save(progress(5, 7, Map.of(QUEUED, 3L)));
    keeper.save(progress(7, 7, Map.of(STORED, 3L)));

    assertThat(reopened().load().page().accounts()).containsExactly(Map.entry(STORED, 3L));
  }

  @Test
  void an_emptied_account_can_fill_again_after_a_restart() {
    keeper.save(progress(5, 7, Map.of(QUEUED, 3L)));
    keeper.save(progress(7, 7, Map.of(STORED, 3L)));
    reopened().load();
    keeper.save(progress(7, 8, Map.of(STORED, 3L, QUEUED, 2L)));

    assertThat(reopened().load().page().accounts())
        .containsOnly(Map.entry(STORED, 3L), Map.entry(QUEUED, 2L));
  }

  @Test
  void only_accounts_that_changed_are_written() throws Exception {
    keeper.save(progress(5, 7, Map.of(QUEUED, 3L, REJECTED, 1L)));
    execute("CREATE TABLE written (heading TEXT)");
    execute(
        "CREATE TRIGGER see AFTER INSERT ON account BEGIN INSERT INTO written VALUES (new.heading); END");
    keeper.save(progress(6, 7, Map.of(QUEUED, 2L, REJECTED, 1L, STORED, 1L)));

    assertThat(ask("SELECT group_concat(heading, ' ') FROM (SELECT * FROM written ORDER BY 1)"))
        .isEqualTo("QUEUED STORED");
  }

  @Test
  void when_the_books_cannot_be_written_the_place_does_not_move_either() throws Exception {
    StoreProgress before = progress(5, 7, Map.of(QUEUED, 3L));
    keeper.save(before);
    execute("CREATE TRIGGER full BEFORE INSERT ON account BEGIN SELECT RAISE(ABORT, 'full'); END");

    assertThatException()
        .isThrownBy(() -> keeper.save(progress(6, 7, Map.of(QUEUED, 2L, STORED, 1L))));
    assertThat(reopened().load()).isEqualTo(before);
  }

  @Test
  void what_failed_once_is_written_the_next_time() throws Exception {
    StoreProgress progress = progress(6, 7, Map.of(QUEUED, 2L, STORED, 1L));
    execute("CREATE TRIGGER full BEFORE INSERT ON account BEGIN SELECT RAISE(ABORT, 'full'); END");
    assertThatException().isThrownBy(() -> keeper.save(progress));
    execute("DROP TRIGGER full");
    keeper.save(progress);

    assertThat(reopened().load()).isEqualTo(progress);
  }

  @Test
  void a_full_disk_does_not_keep_it_from_being_kept() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, 8);
        ProgressKeeper small = SqliteProgress.open(disk.path().resolve("books.db"))) {
      disk.fill();
      for (int place = 1; place <= 1_000; place++) {
        small.save(progress(place, place, Map.of(QUEUED, 2_000L - place, STORED, 0L + place)));
      }

      assertThat(small.load().place()).isEqualTo(Place.of(1_000));
    }
  }

  private ProgressKeeper reopened() {
    keeper.close();
    keeper = SqliteProgress.open(folder.resolve("books.db"));
    return keeper;
  }

  @Test
  void what_the_store_refused_is_known_again_until_it_is_replayed() {
    RejectedMessage refused =
        new RejectedMessage(
            new MessageId(7, 2),
            Instant.parse("2026-03-12T05:00:00Z"),
            "native",
            "vam/v1/salinity/xuan-hoa-1",
            Optional.of(new DeviceId("xuan-hoa-1")),
            Envelope.Kept.WHOLE,
            RejectReason.REFUSED_BY_STORE,
            Optional.empty(),
            "field type conflict");
    keeper.save(new StoreProgress(Place.of(9), BooksPage.empty(), List.of(refused)));
    assertThat(reopened().load().refused()).containsExactly(refused);

    keeper.save(new StoreProgress(Place.of(10), BooksPage.empty()));
    assertThat(reopened().load().refused()).isEmpty();
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private String ask(String query) throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("books.db"));
  }

  /** What was received follows from the accounts and is not kept; nothing is in hand. */
  private static StoreProgress progress(int place, int logged, Map<Account, Long> accounts) {
    return new StoreProgress(
        Place.of(place), new BooksPage(Place.of(logged), Map.of(), Map.of(), accounts, 9, 1));
  }
}
