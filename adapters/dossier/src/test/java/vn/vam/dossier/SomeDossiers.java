package vn.vam.dossier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vam.core.secret.Secret;
import vn.vam.testing.PostgresProcess;

/** Fills an office's database. */
final class SomeDossiers {
  static final String QUERY = "select * from ho_so where MaHoSo = ?";

  private SomeDossiers() {}

  static void into(Connection database, List<Map<String, String>> dossiers) throws SQLException {
    String columns =
        DossiersContract.COLUMNS.stream()
            .map(name -> name + " text")
            .collect(Collectors.joining(","));
    String places =
        DossiersContract.COLUMNS.stream().map(name -> "?").collect(Collectors.joining(","));
    try (Statement statement = database.createStatement()) {
      statement.execute("drop table if exists ho_so");
      statement.execute("create table ho_so (" + columns + ")");
    }
    try (PreparedStatement insert =
        database.prepareStatement("insert into ho_so values (" + places + ")")) {
      for (Map<String, String> dossier : dossiers) {
        for (int i = 0; i < DossiersContract.COLUMNS.size(); i++) {
          String value = dossier.get(DossiersContract.COLUMNS.get(i));
          insert.setString(i + 1, value == null || value.isEmpty() ? null : value);
        }
        insert.executeUpdate();
      }
    }
  }

  static SqlConfig postgres(
      PostgresProcess server, String query, Duration deadline, ProofFields proof) {
    return new SqlConfig(
        server.url(),
        Optional.of(PostgresProcess.USER),
        Optional.of(new Secret(PostgresProcess.PASSWORD)),
        query,
        deadline,
        2,
        DossierFields.STANDARD,
        proof);
  }
}
