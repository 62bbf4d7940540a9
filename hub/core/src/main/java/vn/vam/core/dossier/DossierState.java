package vn.vam.core.dossier;

import java.util.Optional;

/** The ten states of the national public-service portal, numbered as there. */
public enum DossierState {
  NEW(1),
  RECEIVED(2),
  NOT_RECEIVED(3),
  IN_PROGRESS(4),
  SUPPLEMENT_ASKED(5),
  PAYMENT_ASKED(6),
  WITHDRAWN(7),
  STOPPED(8),
  FINISHED(9),
  RETURNED(10);

  private final int number;

  DossierState(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** Whether the office is done with a dossier in this state. */
  public boolean isEnd() {
    return switch (this) {
      case NOT_RECEIVED, WITHDRAWN, STOPPED, RETURNED -> true;
      case NEW, RECEIVED, IN_PROGRESS, SUPPLEMENT_ASKED, PAYMENT_ASKED, FINISHED -> false;
    };
  }

  public static Optional<DossierState> of(int number) {
    return number >= 1 && number <= values().length
        ? Optional.of(values()[number - 1])
        : Optional.empty();
  }
}
