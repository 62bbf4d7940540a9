package vn.vam.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.secret.Secret;
import vn.vam.testing.PostgresProcess;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskingATroubledDatabase {
  private static final Duration DEADLINE = Duration.ofSeconds(1);

  private PostgresProcess server;

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException {
    server = PostgresProcess.startIn(folder);
    try (Connection database = server.connect()) {
      SomeDossiers.into(database, List.of(DossiersContract.row(), DossiersContract.row()));
    }
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_query_that_takes_too_long_is_over_at_the_deadline_and_leaves_its_place() throws Exception {
    try (OfficeConfig.Office office =
        open("select pg_sleep(600), 4 as MaTrangThai where ? <> ''", DEADLINE)) {
      assertThat(reason(office)).isEqualTo("no answer within 1000 ms");
      await().atMost(Duration.ofSeconds(30)).until(() -> sleeping() == 0);
    }
  }

  @Test
  void a_database_that_stands_still_is_given_up_and_asked_again_when_it_goes_on() {
    try (OfficeConfig.Office office = open("select 4 as MaTrangThai where ? <> ''", DEADLINE)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> found(office));
      server.freeze();
      try {
        assertThat(reason(office)).startsWith("no answer");
      } finally {
        server.thaw();
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> found(office));
    }
  }

  @Test
  void a_query_that_would_write_is_refused_by_the_database() throws Exception {
    String writing =
        "with gone as (delete from ho_so where MaHoSo = ? returning *) select * from gone";
    try (OfficeConfig.Office office = open(writing, Duration.ofSeconds(10))) {
      assertThat(reason(office)).contains("25006");
    }
    assertThat(count("select count(*) from ho_so")).isEqualTo(2);
  }

  @Test
  void a_wrong_query_is_told_by_its_state_alone() {
    try (OfficeConfig.Office office =
        open("select * from ho_so_cu where ma = ?", Duration.ofSeconds(10))) {
      assertThat(reason(office)).isEqualTo("the query is wrong, SQL state 42P01");
    }
  }

  @Test
  void a_query_without_a_state_says_so() {
    try (OfficeConfig.Office office = open("select ? as MaHoSo", Duration.ofSeconds(10))) {
      assertThat(reason(office)).isEqualTo("the query has no column for the state");
    }
  }

  @Test
  void more_than_one_row_for_a_code_is_not_told() {
    try (OfficeConfig.Office office = open(SomeDossiers.QUERY, Duration.ofSeconds(10))) {
      assertThat(reason(office)).isEqualTo("the query brings more than one row for a code");
    }
  }

  @Test
  void times_and_numbers_of_the_database_are_read_as_they_are() {
    String typed =
        "select ? as MaHoSo, 9::numeric(4,1) as MaTrangThai,"
            + " timestamptz '2026-03-12 08:05:00.25+07' as NgayTiepNhan, date '2026-03-20' as HanGiaiQuyet";
    try (OfficeConfig.Office office = open(typed, Duration.ofSeconds(10))) {
      assertThat(office.find(DossiersContract.CODE, Optional.empty()))
          .isInstanceOfSatisfying(
              LookUp.Found.class,
              found -> {
                assertThat(found.dossier().state().orElseThrow().number()).isEqualTo(9);
                assertThat(found.dossier().receivedAt().orElseThrow())
                    .isEqualTo("2026-03-12T01:05:00.25Z");
                assertThat(found.dossier().dueAt().orElseThrow()).isEqualTo("2026-03-19T17:00:00Z");
              });
    }
  }

  @Test
  void a_wrong_password_is_told_without_it() {
    SqlConfig wrong = as("geheim");
    try (OfficeConfig.Office office = wrong.open(Clock.systemUTC())) {
      assertThat(reason(office)).doesNotContain("geheim");
    }
    assertThat(wrong.toString()).doesNotContain("geheim");
  }

  @Test
  void is_told_of_before_a_hub_relies_on_it() {
    SqlConfig good =
        SomeDossiers.postgres(server, SomeDossiers.QUERY, DEADLINE, ProofFields.STANDARD);
    SqlConfig renamed =
        SomeDossiers.postgres(
            server, "select * from ho_so_cu where ma = ?", DEADLINE, ProofFields.NONE);
    SqlConfig bare =
        SomeDossiers.postgres(server, "select ? as MaHoSo", DEADLINE, ProofFields.STANDARD);

    assertThat(good.check()).isEmpty();
    assertThat(keys(renamed)).containsExactly("query");
    assertThat(keys(bare)).containsExactly("fields.state", "proof.look_up_code");
    assertThat(keys(as("geheim"))).containsExactly("user");
    server.freeze();
    try {
      assertThat(keys(good)).containsExactly("url");
    } finally {
      server.thaw();
    }
  }

  private static List<String> keys(SqlConfig config) {
    return config.check().stream().map(OfficeConfig.Complaint::key).toList();
  }

  private SqlConfig as(String password) {
    return new SqlConfig(
        server.url(),
        Optional.of(PostgresProcess.USER),
        Optional.of(new Secret(password)),
        SomeDossiers.QUERY,
        DEADLINE,
        2,
        DossierFields.STANDARD,
        ProofFields.NONE);
  }

  @Test
  void a_code_is_a_parameter_and_never_part_of_the_query() {
    assertThat(SqlConfig.isQuery("select * from d where c = '?'")).isFalse();
    assertThat(SqlConfig.isQuery("select * from d where c = ? or d = ?")).isFalse();
    assertThat(SqlConfig.isQuery("select * from d where c = ?; drop table d")).isFalse();
    assertThat(SqlConfig.isQuery("delete from d where c = ?")).isFalse();
    assertThat(SqlConfig.isQuery("with x as (select 1) select * from d where c = ?;")).isTrue();
  }

  private OfficeConfig.Office open(String query, Duration deadline) {
    return SomeDossiers.postgres(server, query, deadline, ProofFields.NONE).open(Clock.systemUTC());
  }

  private static boolean found(OfficeConfig.Office office) {
    return office.find(DossiersContract.CODE, Optional.empty()) instanceof LookUp.Found;
  }

  private static String reason(OfficeConfig.Office office) {
    return ((LookUp.Unavailable) office.find(DossiersContract.CODE, Optional.empty())).reason();
  }

  private int sleeping() throws SQLException {
    return count(
        "select count(*) from pg_stat_activity where application_name = 'vam' and state = 'active'");
  }

  private int count(String query) throws SQLException {
    try (Connection database = server.connect();
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
