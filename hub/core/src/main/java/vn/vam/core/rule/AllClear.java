package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether what cameras saw is over: few enough events go on or were seen within a window, none that
 * is dangerous goes on, and the cameras could have seen more. A camera that is gone, covered or
 * silent tells of nothing, and that is no all-clear.
 *
 * @param covering events of the same station that keep its cameras from seeing
 */
record AllClear(Sightings sightings, Condition.Seen seen, List<Sightings> covering, Eyes eyes)
    implements Gauge {
  @Override
  public boolean holds(Instant at) {
    return seen.times().holds(value(at)) && !isDanger(at) && couldSee(at);
  }

  private boolean isDanger(Instant at) {
    return seen.type().isHazard() && sightings.isAnyOpen(at, seen.idle());
  }

  private boolean couldSee(Instant at) {
    Instant from = at.minus(settling());
    return eyes.areOpen(at, settling())
        && covering.stream().allMatch(each -> each.seenOrOpen(from, at, seen.idle()) == 0);
  }

  /** What is still there is seen again within this time, once a camera sees again. */
  private Duration settling() {
    return seen.idle().compareTo(seen.window()) < 0 ? seen.idle() : seen.window();
  }

  @Override
  public double value(Instant at) {
    return sightings.seenOrOpen(at.minus(seen.window()), at, seen.idle());
  }

  @Override
  public Instant changesAfter(Instant at) {
    Instant next = sightings.changesAfter(at, seen.window(), seen.idle());
    for (Sightings each : covering) {
      next = Gauge.earlier(next, each.changesAfter(at, settling(), seen.idle()));
    }
    return Gauge.earlier(next, eyes.changesAfter(at, settling()));
  }
}
