package vn.vam.core.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Wrong tries for as long as a test runs. */
public final class RememberedTries implements WrongTries {
  private record Try(String citizen, DossierCode code, Instant at) {}

  private final List<Try> tries = new ArrayList<>();

  @Override
  public synchronized int byCitizen(String citizen, Instant after) {
    return (int)
        tries.stream()
            .filter(one -> one.citizen().equals(citizen) && one.at().isAfter(after))
            .count();
  }

  @Override
  public synchronized int atCode(DossierCode code, Instant after) {
    return (int)
        tries.stream().filter(one -> one.code().equals(code) && one.at().isAfter(after)).count();
  }

  @Override
  public synchronized void wrong(String citizen, DossierCode code, Instant now, Duration counted) {
    tries.add(new Try(citizen, code, now));
  }
}
