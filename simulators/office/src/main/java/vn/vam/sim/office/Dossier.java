package vn.vam.sim.office;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One citizen's file and the whole of its planned life; where it stands is a question of the time.
 *
 * @param lookupCode four characters printed on the receipt, the second factor of a look-up
 * @param life steps in the order of time, the first is the registration
 */
record Dossier(
    DossierCode code,
    String lookupCode,
    Procedure procedure,
    Commune commune,
    Person applicant,
    List<Step> life) {

  Dossier {
    if (life.isEmpty()) {
      throw new IllegalArgumentException("a dossier begins with its registration");
    }
    life = List.copyOf(life);
  }

  DossierState stateAt(Instant now) {
    return life.get(stepsDone(now) - 1).state();
  }

  Instant registeredAt() {
    return life.getFirst().at();
  }

  Optional<Instant> receivedAt(Instant now) {
    return reached(DossierState.ACCEPTED, now);
  }

  /** When the result is promised; nobody promises before the dossier is accepted. */
  Optional<Instant> dueAt(Instant now) {
    return receivedAt(now).map(at -> OfficeHours.plusWorkingDays(at, procedure.workingDays()));
  }

  Optional<Instant> handedOverAt(Instant now) {
    return reached(DossierState.HANDED_OVER, now);
  }

  boolean lateAt(Instant now) {
    DossierState state = stateAt(now);
    boolean open = !state.last() && state != DossierState.FINISHED;
    return open && dueAt(now).filter(now::isAfter).isPresent();
  }

  /** The next step taken now, the later ones as much earlier; empty when there is none. */
  Optional<Dossier> advancedAt(Instant now) {
    int done = stepsDone(now);
    if (done == life.size()) {
      return Optional.empty();
    }
    Duration earlier = Duration.between(now, life.get(done).at());
    List<Step> sooner = new ArrayList<>(life.subList(0, done));
    life.stream()
        .skip(done)
        .forEach(step -> sooner.add(new Step(step.state(), step.at().minus(earlier))));
    return Optional.of(new Dossier(code, lookupCode, procedure, commune, applicant, sooner));
  }

  private Optional<Instant> reached(DossierState state, Instant now) {
    return life.stream()
        .limit(stepsDone(now))
        .filter(step -> step.state() == state)
        .map(Step::at)
        .findFirst();
  }

  private int stepsDone(Instant now) {
    long done = life.stream().takeWhile(step -> !step.at().isAfter(now)).count();
    return Math.max(1, (int) done);
  }
}
