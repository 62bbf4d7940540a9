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

  /**
   * What is wrong with a setting, as the office shows.
   *
   * @param key below {@code dossier}, such as {@code fields.state}
   * @param expected and what was found, which is nobody's data
   * @param example a line that would be right
   */
  record Complaint(String key, String expected, String example) {}

  /**
   * Looks whether the office's database and files are as the configuration says; only reads, and
   * blocks for a few seconds at most. An office over HTTP is not asked.
   */
  default List<Complaint> check() {
    return switch (this) {
      case DossierConfig http -> List.of();
      case SqlConfig sql -> SqlCheck.of(sql);
      case DropConfig drop -> DropCheck.of(drop);
    };
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
