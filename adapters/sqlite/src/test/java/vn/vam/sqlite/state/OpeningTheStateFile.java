package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static vn.vam.sqlite.state.StateFile.NOON;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.Alert;
import vn.vam.core.log.Place;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.RuleState;
import vn.vam.core.secret.Secret;
import vn.vam.sqlite.state.TokenTable.Row;
import vn.vam.testing.SmallDisk;

class OpeningTheStateFile {
  @TempDir Path folder;

  @Test
  void from_nothing_every_table_is_made() {
    try (StateFile state = new StateFile(folder)) {
      assertThat(
              state.ask(
                  """
                  SELECT group_concat(name, ' ') FROM
                    (SELECT name FROM sqlite_master WHERE type = 'table'
                     AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%' ORDER BY name)"""))
          .isEqualTo(
              "alert alert_event citizen citizen_limit contact doubted_breach doubted_told doubted_value early_receipt fanout followed_dossier gone_camera gone_limit inbox known_rule known_station limit_state news_subscription news_told notice number_offer open_question outbox outbox_button outbox_card outbox_form outbox_picture phone public_message quiet_hours reader_place rule_clock rule_hearing rule_state shelf shown_dossier stopped storm subscription summary_change tenure token unconfirmed wrong_try wrong_try_key");
    }
  }

  @Test
  void a_second_time_nothing_is_made_or_lost() {
    try (StateFile state = new StateFile(folder)) {
      state.raises(0.6);
      String steps = state.ask("SELECT count(*) FROM flyway_schema_history WHERE success");
      state.reopen();

      assertThat(state.ask("SELECT count(*) FROM flyway_schema_history")).isEqualTo(steps);
      assertThat(state.desk().counts().raised()).isEqualTo(1);
    }
  }

  @Test
  void how_alerts_ended_before_that_was_kept_is_told_by_their_histories() {
    ofVersion(
        "40",
        """
        INSERT INTO alert (rule, station, severity, state, since, cleared_at, value)
        VALUES ('salt', 'a', 'WATCH', 'CLEARED', 1000, 2000, 0.6),
          ('salt', 'b', 'WATCH', 'CLEARED', 1000, 2000, 0.6),
          ('salt', 'c', 'WATCH', 'CLEARED', 1000, 2000, 0.6),
          ('salt', 'd', 'WATCH', 'RAISED', 1000, NULL, 0.6)""",
        """
        INSERT INTO alert_event (alert, kind, at, who, what)
        VALUES (1, 'CLEARED', 2000, '', ''), (2, 'CLOSED', 2000, 'lan', 'bùn'),
          (3, 'UNWATCHED', 2000, '', ''), (4, 'RAISED', 1000, '', '')""");

    try (StateFile state = new StateFile(folder)) {
      assertThat(state.desk().alerts(Optional.empty(), 4).reversed())
          .extracting(Alert::ending)
          .containsExactly(
              Optional.of(Ending.SAFE),
              Optional.of(Ending.BY_HAND),
              Optional.of(Ending.UNWATCHED),
              Optional.empty());
    }
  }

  @Test
  void an_alert_that_was_put_off_and_then_shelved_by_an_older_hub_wakes() {
    ofVersion(
        "42",
        """
        INSERT INTO alert (rule, station, severity, state, since, value, assignee)
        VALUES ('salt', 'a', 'WATCH', 'ACKNOWLEDGED', 1000, 0.6, 'lan'),
          ('salt', 'b', 'WATCH', 'ACKNOWLEDGED', 1000, 0.6, 'lan')""",
        """
        INSERT INTO alert_event (alert, kind, at, who, what)
        VALUES (1, 'SNOOZED', 2000, 'lan', ''), (1, 'SHELVED', 3000, 'lan', ''),
          (2, 'SNOOZED', 2000, 'lan', ''), (2, 'ACKNOWLEDGED', 3000, 'lan', '')""");

    try (StateFile state = new StateFile(folder)) {
      assertThat(state.calls().wake(Instant.now()))
          .extracting(Alert::number)
          .containsExactly("A-1");
    }
  }

  private void ofVersion(String version, String... rows) {
    String url = "jdbc:sqlite:" + folder.resolve("state.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:vn/vam/sqlite/state")
        .target(version)
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      for (String row : rows) {
        sql.execute(row);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void what_rules_remembered_before_there_were_ladders_is_that_of_the_rules_themselves() {
    ofVersion(
        "2", "INSERT INTO rule_state VALUES ('salt', 'xuan-hoa', 'PENDING', 1000, 2000, 0.6)");

    try (StateFile state = new StateFile(folder)) {
      assertThat(state.desk().states())
          .containsExactly(
              new RuleState(
                  StateFile.SALT,
                  StateFile.XUAN_HOA,
                  RuleState.Phase.PENDING,
                  Instant.ofEpochMilli(1_000),
                  Instant.ofEpochMilli(2_000),
                  0.6));
    }
  }

  @Test
  void a_commit_is_forced_to_disk() {
    try (StateDatabase database = StateDatabase.open(folder.resolve("state.db"))) {
      assertThat(setting(database, "journal_mode")).isEqualTo("wal");
      assertThat(setting(database, "synchronous")).isEqualTo("2");
    }
  }

  @Test
  void a_full_disk_does_not_keep_a_place_from_being_kept() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, 8);
        StateDatabase database = StateDatabase.open(disk.path().resolve("state.db"))) {
      SqliteAlertDesk desk = new SqliteAlertDesk(database);
      disk.fill();
      for (int place = 1; place <= 1_000; place++) {
        desk.commit(Place.of(place), List.of(), List.of(), NOON);
      }

      assertThat(desk.place()).isEqualTo(Place.of(1_000));
    }
  }

  @Test
  void what_is_deleted_is_overwritten() {
    try (StateDatabase database = StateDatabase.open(folder.resolve("state.db"))) {
      assertThat(setting(database, "secure_delete")).isEqualTo("1");
    }
  }

  @Test
  void a_file_that_is_no_database_is_refused() throws Exception {
    Files.writeString(folder.resolve("state.db"), "no database ".repeat(1_000));

    assertThatException().isThrownBy(() -> new StateFile(folder).close());
  }

  @Nested
  class KeepingTokens {
    private final Row row =
        new Row(
            new Secret("access-1"),
            new Secret("refresh-1"),
            NOON,
            NOON.plusSeconds(90_000),
            Optional.empty(),
            "print-1");

    @Test
    void at_first_there_are_none() {
      try (StateFile state = new StateFile(folder)) {
        assertThat(state.tokens().load()).isEmpty();
      }
    }

    @Test
    void they_survive_a_restart() {
      try (StateFile state = new StateFile(folder)) {
        state.tokens().save(row);
        state.reopen();

        assertThat(state.tokens().load()).contains(row);
      }
    }

    @Test
    void new_ones_replace_the_old() {
      Row taken =
          new Row(
              row.accessToken(),
              new Secret("refresh-2"),
              NOON,
              NOON.plusSeconds(1),
              Optional.of(NOON.plusMillis(7)),
              "print-2");
      try (StateFile state = new StateFile(folder)) {
        state.tokens().save(row);
        state.tokens().save(taken);
        state.reopen();

        assertThat(state.tokens().load()).contains(taken);
        assertThat(state.bytesOnDisk()).doesNotContain("refresh-1");
      }
    }

    @Test
    void they_print_nothing() {
      assertThat(row.toString()).doesNotContain("access-1").doesNotContain("refresh-1");
    }
  }

  private static String setting(StateDatabase database, String name) {
    return database.inTransaction(
        transaction -> transaction.createQuery("PRAGMA " + name).mapTo(String.class).one());
  }
}
