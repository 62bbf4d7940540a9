package vn.vam.sim.office;

import java.time.Instant;

/** From when on a dossier is in a state. */
record Step(DossierState state, Instant at) {}
