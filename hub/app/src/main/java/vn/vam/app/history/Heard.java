package vn.vam.app.history;

import java.time.Instant;
import java.util.Optional;
import vn.vam.core.log.TakenUp;

/** What the rules of a hub met with, one thing behind the other. */
sealed interface Heard {
  /** When. */
  Instant heardAt();

  /** A reading. */
  record Told(PastReading past) implements Heard {
    @Override
    public Instant heardAt() {
      return past.heardAt();
    }
  }

  /**
   * The hub had stood still, and went on.
   *
   * @param stoodSince where it is known
   */
  record WentOn(Instant heardAt, Optional<Instant> stoodSince) implements Heard {
    static WentOn of(TakenUp mark) {
      return new WentOn(mark.at(), mark.stoodSince());
    }
  }
}
