package vn.vam.app.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.vam.core.log.TakenUp;
import vn.vam.core.reading.Hint;
import vn.vam.core.rule.Schedule;

/** What the rules of a hub met with, one thing behind the other. */
sealed interface Heard {
  /** When. */
  Instant heardAt();

  /** What somebody said. */
  sealed interface Said extends Heard {
    /** Earlier than it was heard, where the hub was killed between. */
    Instant arrivedAt();

    /** In which its times are written. */
    ZoneOffset offset();
  }

  /** A reading. */
  record Told(PastReading past, Instant arrivedAt) implements Said {
    /** Heard as it arrived. */
    Told(PastReading past) {
      this(past, past.heardAt());
    }

    @Override
    public Instant heardAt() {
      return past.heardAt();
    }

    @Override
    public ZoneOffset offset() {
      return past.offset();
    }
  }

  /** Something of the present without a reading. */
  record Hinted(Hint hint, Instant heardAt, Instant arrivedAt) implements Said {
    @Override
    public ZoneOffset offset() {
      return Schedule.ZONE.getRules().getOffset(heardAt);
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
