package vn.vam.dossier;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import vn.vam.core.dossier.Dossiers;

/** How the office can be asked. */
public sealed interface OfficeConfig permits DossierConfig, SqlConfig, DropConfig {
  /** What the office calls things. */
  DossierFields fields();

  /** What somebody has to know besides the code. */
  ProofFields proof();

  /** An office that can be asked; close it when the hub stops. */
  interface Office extends Dossiers, AutoCloseable {
    @Override
    void close();
  }

  /** Nothing is connected to before the first look-up. */
  default Office open(Clock clock) {
    return switch (this) {
      case DossierConfig http -> new HttpDossiers(http, clock);
      case SqlConfig sql -> new SqlDossiers(sql, clock);
      case DropConfig drop -> new DropDossiers(drop, clock);
    };
  }

  /** Every name of both, as they stand in the configuration. */
  default List<String> names() {
    return Stream.concat(fields().names(), proof().names()).distinct().toList();
  }
}
