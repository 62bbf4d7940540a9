package vn.vam.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import vn.vam.core.rule.AlertChange;

/**
 * Decides when the hub's own troubles are alerts: raised once they have held for a time, cleared
 * once they have been gone for as long. Pure and single-threaded.
 */
public final class SelfWatch {
  private final Duration patience;
  private final Set<Trouble> raised = EnumSet.noneOf(Trouble.class);

  /** Since when each has been otherwise than told. */
  private final Map<Trouble, Instant> turned = new EnumMap<>(Trouble.class);

  /**
   * @param patience how long a trouble, or its absence, must hold
   * @param open alerts an earlier run has raised, among others
   */
  public SelfWatch(Duration patience, Collection<Alert> open) {
    this.patience = patience;
    open.forEach(alert -> Trouble.of(alert).ifPresent(raised::add));
  }

  /**
   * @param signs a number for each trouble that is there now, none for what is well; nothing at all
   *     for what is not known
   */
  public List<AlertChange> look(Map<Trouble, OptionalDouble> signs, Instant now) {
    List<AlertChange> changes = new ArrayList<>();
    signs.forEach((trouble, sign) -> look(trouble, sign, now, changes));
    return changes;
  }

  private void look(Trouble trouble, OptionalDouble sign, Instant now, List<AlertChange> changes) {
    if (sign.isPresent() == raised.contains(trouble)) {
      turned.remove(trouble);
      return;
    }
    turned.putIfAbsent(trouble, now);
    Instant since = turned.getOrDefault(trouble, now);
    if (!since.plus(patience).isAfter(now)) {
      turned.remove(trouble);
      changes.add(turn(trouble, sign, now));
    }
  }

  private AlertChange turn(Trouble trouble, OptionalDouble sign, Instant now) {
    if (sign.isPresent()) {
      raised.add(trouble);
      return new AlertChange.Raised(
          trouble.rule(), Trouble.HUB, trouble.severity(), now, sign.getAsDouble());
    }
    raised.remove(trouble);
    return new AlertChange.Cleared(trouble.rule(), Trouble.HUB, trouble.severity(), now, 0);
  }
}
