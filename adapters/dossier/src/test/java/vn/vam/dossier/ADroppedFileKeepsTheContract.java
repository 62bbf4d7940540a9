package vn.vam.dossier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class ADroppedFileKeepsTheContract extends DossiersContract {
  @TempDir private Path folder = Path.of("");

  @Override
  OfficeConfig.Office open(ProofFields proof, List<Map<String, String>> dossiers) throws Exception {
    Files.writeString(folder.resolve("ho-so.csv"), Drops.csv(dossiers));
    return new DropConfig(
            folder,
            DropConfig.SHORTEST_EVERY,
            DropConfig.STALE_AFTER,
            DossierFields.STANDARD,
            proof)
        .open(Clock.systemUTC());
  }
}
