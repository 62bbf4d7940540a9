package vn.vam.core.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tries for as long as a test runs. */
public final class RememberedTries implements Tries {
  private record Try(String citizen, DossierCode code, Instant at) {}

  private record Shown(String citizen, Instant at) {}

  private final List<Try> tries = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();

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

  @Override
  public synchronized boolean wasWrong(String citizen, DossierCode code, Instant after) {
    return tries.stream()
        .anyMatch(
            one ->
                one.citizen().equals(citizen)
                    && one.code().equals(code)
                    && one.at().isAfter(after));
  }

  @Override
  public synchronized int shown(String citizen, Instant after) {
    return (int)
        shown.stream()
            .filter(one -> one.citizen().equals(citizen) && one.at().isAfter(after))
            .count();
  }

  @Override
  public synchronized void right(String citizen, Instant now, Duration counted) {
    shown.add(new Shown(citizen, now));
  }
}
