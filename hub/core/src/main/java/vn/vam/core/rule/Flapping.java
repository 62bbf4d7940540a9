package vn.vam.core.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How often an alert was raised lately at one place. */
final class Flapping {
  private final Optional<Damping> damping;
  private final Deque<Instant> raised = new ArrayDeque<>();

  Flapping(Optional<Damping> damping) {
    this.damping = damping;
  }

  /** In order of time; the same twice counts once. */
  void raised(Instant at) {
    if (damping.isPresent() && (raised.isEmpty() || at.isAfter(raised.getLast()))) {
      raised.addLast(at);
      while (raised.size() > damping.get().raises()) {
        raised.removeFirst();
      }
    }
  }

  /** How long it must be safe before it is cleared. */
  Duration clearFor(Duration usual) {
    return damping
        .filter(this::isFlapping)
        .map(Damping::within)
        .filter(within -> within.compareTo(usual) > 0)
        .orElse(usual);
  }

  private boolean isFlapping(Damping limit) {
    return raised.size() == limit.raises()
        && !raised.getFirst().plus(limit.within()).isBefore(raised.getLast());
  }
}
