package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A camera gateway: events at random moments, each with a life of new, some updates and end. It
 * tells what and where, never who: no plate and no face exists here to be left out.
 */
final class CameraDevice implements Device {

  private static final double MEAN_PAUSE_S = 15;
  private static final double MEAN_UPDATE_S = 2;

  private final CameraSite site;
  private final SplittableRandom random;
  private @Nullable CameraEvent event;
  private Instant due;

  private CameraDevice(CameraSite site, FleetConfig config, ModelClock time) {
    this.site = site;
    this.random = Seeds.randomOf(config, site.device());
    this.due = time.wallStart().plus(pause(MEAN_PAUSE_S));
  }

  static CameraDevice at(CameraSite site, FleetConfig config, ModelClock time) {
    return new CameraDevice(site, config, time);
  }

  @Override
  public String id() {
    return site.device();
  }

  @Override
  public Instant due() {
    return due;
  }

  @Override
  public List<Message> take() {
    Instant seen = due;
    CameraEvent told = event == null ? CameraEvent.begin(site, seen, random) : event.later(random);
    event = told.over() ? null : told;
    due = seen.plus(pause(told.over() ? MEAN_PAUSE_S : MEAN_UPDATE_S));
    return List.of(told.message(seen, site));
  }

  @Override
  public void skipTo(Instant now) {
    due = now;
  }

  /** Exponential, so that beginnings are a Poisson process; never closer than the frame time. */
  private Duration pause(double meanSeconds) {
    double seconds = -meanSeconds * Math.log(1 - random.nextDouble());
    return Duration.ofMillis(40 + Math.round(1000 * seconds));
  }
}
