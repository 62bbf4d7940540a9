package vn.vam.core.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.rule.Measure.Sample;
import vn.vam.core.station.DeviceId;

/** A condition at one place, with what it has to know to be judged at any instant. */
interface Gauge {
  boolean holds(Instant at);

  /** The number it judges; NaN where nothing is known. */
  double value(Instant at);

  /** Whether it holds, or what is known is too old to say. */
  default boolean mayHold(Instant at) {
    return holds(at);
  }

  /**
   * The first instant behind this one at which it may hold, or no longer hold, though nothing new
   * is heard; {@link Instant#MAX} where there is none.
   */
  Instant changesAfter(Instant at);

  /**
   * Since when it holds, where it holds at this instant: longer than that where the newest value
   * has confirmed a doubted one.
   */
  default Instant since(Instant at) {
    return at;
  }

  /** The same, if a doubted value were the newest good one of its series. */
  default Gauge supposing(Series of, Doubt doubt) {
    return this;
  }

  /** Of which devices it holds, where it tells them apart. */
  default List<DeviceId> devices(Instant at) {
    return List.of();
  }

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

    @Override
    public Instant since(Instant at) {
      return confirmed(series, this, at);
    }

    @Override
    public Gauge supposing(Series of, Doubt doubt) {
      return of == series ? new Supposed(level.holds(doubt.value()), doubt.value()) : this;
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
      List<Sample> values = series.samples().between(at.minus(measure.window()), at);
      return values.isEmpty() ? ofNone() : measure.of(values);
    }

    /** A value holds until the next one comes, also where that is after the window. */
    private double ofNone() {
      return measure.isOfValues() ? series.samples().valueAt(series.newestAt()) : Double.NaN;
    }

    @Override
    public Instant changesAfter(Instant at) {
      return series.samples().leavesAfter(at, measure.window());
    }

    @Override
    public Instant since(Instant at) {
      return confirmed(series, this, at);
    }

    @Override
    public Gauge supposing(Series of, Doubt doubt) {
      if (of != series) {
        return this;
      }
      Instant from = doubt.at().minus(measure.window());
      List<Sample> values = new ArrayList<>(series.samples().between(from, doubt.at()));
      values.add(new Sample(doubt.at().toEpochMilli(), doubt.value(), ""));
      double value = measure.of(values);
      return new Supposed(level.holds(value), value);
    }
  }

  private static Instant confirmed(Series series, Gauge gauge, Instant at) {
    return series
        .doubtBeforeNewest()
        .filter(doubt -> gauge.supposing(series, doubt).holds(doubt.at()))
        .map(Doubt::at)
        .orElse(at);
  }

  /** What would be so. */
  record Supposed(boolean holds, double value) implements Gauge {
    @Override
    public boolean holds(Instant at) {
      return holds;
    }

    @Override
    public double value(Instant at) {
      return value;
    }

    @Override
    public Instant changesAfter(Instant at) {
      return Instant.MAX;
    }
  }

  /** How many events were seen within a window; nothing seen is a number too. */
  record OfSightings(Sightings sightings, Condition.Seen seen) implements Gauge {
    @Override
    public boolean holds(Instant at) {
      return seen.times().holds(value(at));
    }

    @Override
    public double value(Instant at) {
      return sightings.seen(at.minus(seen.window()), at);
    }

    @Override
    public Instant changesAfter(Instant at) {
      return sightings.changesAfter(at, seen.window(), seen.idle());
    }
  }

  /**
   * Whether a device was not heard for too long, though whoever its messages come through was heard
   * since its time ran out.
   */
  record OfSilence(Hearing hearing, Optional<Hearing> parent) implements Gauge {
    @Override
    public boolean holds(Instant at) {
      return hearing.isAnyoneSilent(at) && !devices(at).isEmpty();
    }

    @Override
    public double value(Instant at) {
      return hearing.silentMinutes(devices(at), at);
    }

    @Override
    public Instant changesAfter(Instant at) {
      return hearing.endsAfter(at);
    }

    @Override
    public List<DeviceId> devices(Instant at) {
      return hearing.silentAt(at, parent.map(Hearing::messageAt).orElse(Instant.MAX));
    }
  }

  /** Whether everyone was heard in time. */
  record OfHearing(Hearing hearing) implements Gauge {
    @Override
    public boolean holds(Instant at) {
      return !hearing.isAnyoneSilent(at);
    }

    @Override
    public double value(Instant at) {
      return hearing.silentMinutes(hearing.silentAt(at, at), at);
    }

    @Override
    public Instant changesAfter(Instant at) {
      return hearing.endsAfter(at);
    }
  }
}
