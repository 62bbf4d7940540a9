package vn.vam.app.hub;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.SelfWatch;
import vn.vam.core.rule.AlertChange;
import vn.vam.runtime.flow.Loop;
import vn.vam.runtime.flow.Signal;

/** Looks after the hub itself, and reports its troubles as alerts. */
final class SelfWatchVerticle extends AbstractVerticle {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final HubSigns signs;
  private final SelfWatch watch;
  private final AlertDesk desk;
  private final Clock clock;
  private final Consumer<List<Alert>> changed;
  private final Loop loop = new Loop("self-watch", new Signal(), EVERY, this::turn);

  /**
   * @param changed told of alerts after their change is on disk
   */
  SelfWatchVerticle(
      HubSigns signs, SelfWatch watch, AlertDesk desk, Clock clock, Consumer<List<Alert>> changed) {
    this.signs = signs;
    this.watch = watch;
    this.desk = desk;
    this.clock = clock;
    this.changed = changed;
  }

  @Override
  public void start() {
    loop.start();
  }

  private Duration turn() {
    Instant now = clock.instant();
    List<AlertChange> changes = watch.look(signs.look(), now);
    if (!changes.isEmpty()) {
      changed.accept(desk.report(changes, now));
    }
    return EVERY;
  }

  @Override
  public void stop(Promise<Void> stopped) {
    vertx
        .<Void>executeBlocking(
            () -> {
              loop.close();
              return null;
            })
        .onComplete(stopped);
  }
}
