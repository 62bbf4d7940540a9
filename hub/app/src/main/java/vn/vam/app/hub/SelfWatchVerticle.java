package vn.vam.app.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.SelfWatch;
import vn.vam.core.rule.AlertChange;
import vn.vam.runtime.flow.LoopVerticle;
import vn.vam.runtime.flow.Signal;

/** Looks after the hub itself, and reports its troubles as alerts. */
final class SelfWatchVerticle extends LoopVerticle {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final HubSigns signs;
  private final SelfWatch watch;
  private final AlertDesk desk;
  private final Clock clock;
  private final Consumer<List<Alert>> changed;

  /** A full disk, of all troubles, may keep it from being reported. */
  private final List<AlertChange> unreported = new ArrayList<>();

  /**
   * @param changed told of alerts after their change is on disk
   */
  SelfWatchVerticle(
      HubSigns signs, SelfWatch watch, AlertDesk desk, Clock clock, Consumer<List<Alert>> changed) {
    super("self-watch", new Signal(), EVERY);
    this.signs = signs;
    this.watch = watch;
    this.desk = desk;
    this.clock = clock;
    this.changed = changed;
  }

  @Override
  public Duration turn() {
    Instant now = clock.instant();
    unreported.addAll(watch.look(signs.look(), now));
    if (!unreported.isEmpty()) {
      List<Alert> alerts = desk.report(unreported, now);
      unreported.clear();
      changed.accept(alerts);
    }
    return EVERY;
  }
}
