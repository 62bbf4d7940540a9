package vn.vam.core.rule;

import java.time.Instant;
import java.util.Optional;

/** A condition at one place, with what it has to know to be judged at any instant. */
interface Gauge {
  boolean holds(Instant at);

  /** The number it judges; NaN where nothing is known. */
  double value(Instant at);

  /**
   * The first instant behind this one at which it may hold, or no longer hold, though nothing new
   * is heard; {@link Instant#MAX} where there is none.
   */
  Instant changesAfter(Instant at);

  /** The earlier of two instants. */
  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The newest value of a series. */
  record OfNewest(Series series, Level level) implements Gauge {
    @Override
    public boolean holds(Instant at) {
      return level.holds(series.newestValue());
    }

    @Override
    public double value(Instant at) {
      return series.newestValue();
    }

    @Override
    public Instant changesAfter(Instant at) {
      return Instant.MAX;
    }
  }

  /** A number made of a window of a series. */
  record OfWindow(Series series, Measure measure, Level level) implements Gauge {
    @Override
    public boolean holds(Instant at) {
      return level.holds(value(at));
    }

    @Override
    public double value(Instant at) {
      var values = series.samples().between(at.minus(measure.window()), at);
      return values.isEmpty() ? Double.NaN : measure.of(values);
    }

    @Override
    public Instant changesAfter(Instant at) {
      return series.samples().leavesAfter(at, measure.window());
    }
  }

  /** How many events began within a window; nothing seen is a number too. */
  record OfSightings(Sightings sightings, Condition.Seen seen) implements Gauge {
    @Override
    public boolean holds(Instant at) {
      return seen.times().holds(value(at));
    }

    @Override
    public double value(Instant at) {
      return sightings.samples().between(at.minus(seen.window()), at).size();
    }

    @Override
    public Instant changesAfter(Instant at) {
      return sightings.samples().leavesAfter(at, seen.window());
    }
  }

  /** Whether nobody was heard for too long, though whoever its messages come through was. */
  record OfSilence(Hearing hearing, Optional<Hearing> parent) implements Gauge {
    @Override
    public boolean holds(Instant at) {
      return hearing.isSilent(at)
          && parent.map(other -> other.wasHeardSince(hearing.deadline())).orElse(true);
    }

    @Override
    public double value(Instant at) {
      return hearing.silentMinutes(at);
    }

    @Override
    public Instant changesAfter(Instant at) {
      return endOfPatience(hearing, at);
    }
  }

  /** Whether someone was heard in time. */
  record OfHearing(Hearing hearing) implements Gauge {
    @Override
    public boolean holds(Instant at) {
      return !hearing.isSilent(at);
    }

    @Override
    public double value(Instant at) {
      return hearing.silentMinutes(at);
    }

    @Override
    public Instant changesAfter(Instant at) {
      return endOfPatience(hearing, at);
    }
  }

  private static Instant endOfPatience(Hearing hearing, Instant at) {
    return hearing.deadline().isAfter(at) ? hearing.deadline() : Instant.MAX;
  }
}
