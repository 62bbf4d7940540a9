package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import vn.vam.core.station.DeviceId;

/** At least so many of several hold. */
record JointGauge(List<Gauge> parts, int least) implements Gauge {
  @Override
  public boolean holds(Instant at) {
    int holding = 0;
    for (Gauge part : parts) {
      holding += part.holds(at) ? 1 : 0;
    }
    return holding >= least;
  }

  @Override
  public boolean mayHold(Instant at) {
    return parts.stream().filter(part -> part.mayHold(at)).count() >= least;
  }

  /** That of the first part that holds; of the first at all where none does. */
  @Override
  public double value(Instant at) {
    return parts.stream()
        .filter(part -> part.holds(at))
        .findFirst()
        .orElse(parts.getFirst())
        .value(at);
  }

  @Override
  public Gauge supposing(Series of, Doubt doubt) {
    return new JointGauge(parts.stream().map(part -> part.supposing(of, doubt)).toList(), least);
  }

  @Override
  public List<DeviceId> devices(Instant at) {
    return parts.stream().flatMap(part -> part.devices(at).stream()).distinct().toList();
  }

  @Override
  public Instant changesAfter(Instant at) {
    return parts.stream().map(part -> part.changesAfter(at)).reduce(Instant.MAX, Gauge::earlier);
  }

  /** A part whose newest value may be too old to say anything. */
  record WhileFresh(Gauge gauge, Supplier<Instant> newestAt, Duration staleAfter) implements Gauge {
    @Override
    public boolean holds(Instant at) {
      return !endsAt().isBefore(at) && gauge.holds(at);
    }

    @Override
    public boolean mayHold(Instant at) {
      return endsAt().isBefore(at) || gauge.mayHold(at);
    }

    @Override
    public double value(Instant at) {
      return gauge.value(at);
    }

    @Override
    public Instant changesAfter(Instant at) {
      Instant stale = endsAt().plusMillis(1);
      Instant next = stale.isAfter(at) ? stale : Instant.MAX;
      return Gauge.earlier(next, gauge.changesAfter(at));
    }

    @Override
    public Instant since(Instant at) {
      return gauge.since(at);
    }

    @Override
    public Gauge supposing(Series of, Doubt doubt) {
      Gauge supposed = gauge.supposing(of, doubt);
      return supposed == gauge ? this : supposed;
    }

    private Instant endsAt() {
      return newestAt.get().plus(staleAfter);
    }
  }
}
