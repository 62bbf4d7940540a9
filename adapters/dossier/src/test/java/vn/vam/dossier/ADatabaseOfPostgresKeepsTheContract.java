package vn.vam.dossier;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.testing.PostgresProcess;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ADatabaseOfPostgresKeepsTheContract extends DossiersContract {
  private PostgresProcess server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = PostgresProcess.startIn(folder);
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  OfficeConfig.Office open(ProofFields proof, List<Map<String, String>> dossiers) throws Exception {
    try (Connection database = server.connect()) {
      SomeDossiers.into(database, dossiers);
    }
    return SomeDossiers.postgres(server, SomeDossiers.QUERY, Duration.ofSeconds(10), proof)
        .open(Clock.systemUTC());
  }
}
