package vn.vam.dossier;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class ADatabaseOfSqliteKeepsTheContract extends DossiersContract {
  @TempDir private Path folder = Path.of("");

  @Override
  OfficeConfig.Office open(ProofFields proof, List<Map<String, String>> dossiers) throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("office.db");
    try (Connection database = DriverManager.getConnection(url)) {
      SomeDossiers.into(database, dossiers);
    }
    return new SqlConfig(
            url,
            Optional.empty(),
            Optional.empty(),
            SomeDossiers.QUERY,
            Duration.ofSeconds(10),
            2,
            DossierFields.STANDARD,
            proof)
        .open(Clock.systemUTC());
  }
}
