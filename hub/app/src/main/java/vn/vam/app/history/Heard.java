package vn.vam.app.history;

import java.time.Instant;
import java.util.Optional;
import vn.vam.core.log.TakenUp;

/** What the rules of a hub met with, one thing behind the other. */
sealed interface Heard {
  /** When. */
  Instant heardAt();

  /**
   * A reading.
   *
   * @param arrivedAt earlier than it was heard, where the hub was killed between
   */
  record Told(PastReading past, Instant arrivedAt) implements Heard {
    /** Heard as it arrived. */
    Told(PastReading past) {
      this(past, past.heardAt());
    }

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
