package vn.vam.sim.office;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The office's dossiers. Thread-safe. */
final class Register {

  private final Map<DossierCode, Dossier> dossiers = new ConcurrentHashMap<>();

  Register(List<Dossier> dossiers) {
    dossiers.forEach(each -> this.dossiers.put(each.code(), each));
  }

  Optional<Dossier> find(DossierCode code) {
    return Optional.ofNullable(dossiers.get(code));
  }

  /** Newest registration first. */
  List<Dossier> all() {
    return dossiers.values().stream()
        .sorted(
            Comparator.comparing(Dossier::registeredAt)
                .reversed()
                .thenComparing(each -> each.code().text()))
        .toList();
  }

  /** The dossier one step further, or empty when its journey is over. */
  Optional<Dossier> advance(Dossier dossier, Instant now) {
    Optional<Dossier> further = dossier.advancedAt(now);
    further.ifPresent(each -> dossiers.put(each.code(), each));
    return further;
  }
}
