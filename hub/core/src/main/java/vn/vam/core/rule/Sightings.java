package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vam.core.reading.CameraPhase;
import vn.vam.core.reading.Reading.CameraEvent;
import vn.vam.core.station.DeviceId;

/** Which events of one type the cameras of a station have seen, and which of them go on. */
final class Sightings {
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_COUNTED = 200_000;

  /** Cameras tell milliseconds: a window has lost an event this much after its end. */
  private static final Duration STEP = Duration.ofMillis(1);

  private record Event(DeviceId device, String id) {}

  private final List<RuleWatch> watches = new ArrayList<>();
  private final Set<Sighting> recent = new LinkedHashSet<>();
  private final Map<Event, Sighting> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Event, Sighting> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };
  private Duration reach = Duration.ZERO;
  private Instant newest = Instant.MIN;
  private int looksThroughAt = 64;

  List<RuleWatch> watches() {
    return watches;
  }

  /** Keeps at least so far back from now on. */
  void reachBack(Duration span) {
    reach = span.compareTo(reach) > 0 ? span : reach;
  }

  /** Whether this message tells something that no message told before. */
  boolean isNews(CameraEvent event) {
    Sighting before = known.get(key(event));
    return before == null
        || beginsAnew(before, event)
        || before.isNews(event.takenAt(), event.phase() == CameraPhase.END);
  }

  /** Whether it tells of an event that no message told of before. */
  boolean isNew(CameraEvent event) {
    Sighting before = known.get(key(event));
    return before == null || beginsAnew(before, event);
  }

  /** Gateways that know no ids use one and the same: a later beginning is another event. */
  private static boolean beginsAnew(Sighting before, CameraEvent event) {
    return event.phase() == CameraPhase.NEW && start(event).isAfter(before.start());
  }

  /** As of when a watch looks at it: from its beginning on, unless that is too long ago by now. */
  Instant judgedAt(CameraEvent event, RuleWatch watch, Instant now) {
    Instant start = start(event);
    return isNew(event) && watch.isFresh(start, now) ? start : event.takenAt();
  }

  void take(CameraEvent event) {
    Sighting sighting = isNew(event) ? begin(event) : known.get(key(event));
    if (sighting != null) {
      sighting.tell(event.takenAt(), event.phase() == CameraPhase.END);
      newest = sighting.seenAt().isAfter(newest) ? sighting.seenAt() : newest;
      recent.add(sighting);
      letGo();
    }
  }

  private Sighting begin(CameraEvent event) {
    Sighting begun = new Sighting(start(event));
    Sighting before = known.put(key(event), begun);
    if (before != null) {
      before.tell(before.seenAt(), true);
    }
    return begun;
  }

  private void letGo() {
    if (recent.size() > looksThroughAt) {
      Instant since = newest.minus(reach).minus(STEP);
      recent.removeIf(each -> each.seenAt().isBefore(since));
      looksThroughAt = Math.clamp(2L * recent.size(), 64, MOST_COUNTED);
    }
    if (recent.size() > MOST_COUNTED) {
      recent.remove(recent.iterator().next());
    }
  }

  /** How many were seen from one instant to another, both included. */
  int seen(Instant from, Instant to) {
    int seen = 0;
    for (Sighting each : recent) {
      seen += each.isSeen(from, to) ? 1 : 0;
    }
    return seen;
  }

  /**
   * The same, with those that go on at the end of it.
   *
   * @param idle one of which nothing was heard for so long has ended
   */
  int seenOrOpen(Instant from, Instant to, Duration idle) {
    int seen = 0;
    for (Sighting each : recent) {
      seen += each.isSeen(from, to) || each.isOpen(to, idle) ? 1 : 0;
    }
    return seen;
  }

  boolean isAnyOpen(Instant at, Duration idle) {
    for (Sighting each : recent) {
      if (each.isOpen(at, idle)) {
        return true;
      }
    }
    return false;
  }

  /**
   * When a window next loses one, or one ends because nothing more is heard of it; {@link
   * Instant#MAX} for never.
   */
  Instant changesAfter(Instant at, Duration window, Duration idle) {
    Instant next = Instant.MAX;
    for (Sighting each : recent) {
      Instant leaves = each.seenAt().plus(window).plus(STEP);
      next = leaves.isAfter(at) ? Gauge.earlier(next, leaves) : next;
      Instant ends = each.endsBySilence(idle);
      next = ends.isAfter(at) ? Gauge.earlier(next, ends) : next;
    }
    return next;
  }

  private static Event key(CameraEvent event) {
    return new Event(event.device(), event.eventId());
  }

  private static Instant start(CameraEvent event) {
    return event.startedAt().orElse(event.takenAt());
  }
}
