package vn.vam.sim.office;

import static vn.vam.sim.office.DossierState.ACCEPTED;
import static vn.vam.sim.office.DossierState.FINISHED;
import static vn.vam.sim.office.DossierState.HANDED_OVER;
import static vn.vam.sim.office.DossierState.IN_PROCESS;
import static vn.vam.sim.office.DossierState.PAYMENT_NEEDED;
import static vn.vam.sim.office.DossierState.REFUSED;
import static vn.vam.sim.office.DossierState.REGISTERED;
import static vn.vam.sim.office.DossierState.STOPPED;
import static vn.vam.sim.office.DossierState.SUPPLEMENT_NEEDED;
import static vn.vam.sim.office.DossierState.WITHDRAWN;

import java.util.List;

/** A way through the office, from the registration to an end. */
record Journey(List<DossierState> states) {

  /** Most dossiers go straight through; each way an office knows is taken by some. */
  static final List<Journey> ALL =
      List.of(
          of(REGISTERED, ACCEPTED, IN_PROCESS, PAYMENT_NEEDED, IN_PROCESS, FINISHED, HANDED_OVER),
          of(
              REGISTERED,
              ACCEPTED,
              IN_PROCESS,
              SUPPLEMENT_NEEDED,
              IN_PROCESS,
              FINISHED,
              HANDED_OVER),
          of(REGISTERED, ACCEPTED, IN_PROCESS, FINISHED, HANDED_OVER),
          of(REGISTERED, ACCEPTED, IN_PROCESS, FINISHED, HANDED_OVER),
          of(REGISTERED, REFUSED),
          of(REGISTERED, ACCEPTED, IN_PROCESS, FINISHED, HANDED_OVER),
          of(REGISTERED, ACCEPTED, IN_PROCESS, WITHDRAWN),
          of(REGISTERED, ACCEPTED, IN_PROCESS, SUPPLEMENT_NEEDED, STOPPED));

  Journey {
    states = List.copyOf(states);
  }

  boolean paid() {
    return states.contains(PAYMENT_NEEDED);
  }

  private static Journey of(DossierState... states) {
    return new Journey(List.of(states));
  }
}
