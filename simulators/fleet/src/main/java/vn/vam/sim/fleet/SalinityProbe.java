package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A probe at a sluice: salinity, conductivity, temperature, level, battery. */
final class SalinityProbe implements Device {

  private static final Duration SCENARIO_EVERY = Duration.ofSeconds(1);
  private static final double SENSOR_NOISE = 0.004;

  private final SalinitySite site;
  private final FleetConfig config;
  private final ModelClock time;
  private final SalinityModel salt;
  private final SplittableRandom random;
  private final Optional<OpeningScenario> scenario;
  private Instant due;

  private SalinityProbe(
      SalinitySite site, FleetConfig config, ModelClock time, Optional<OpeningScenario> scenario) {
    this.site = site;
    this.config = config;
    this.time = time;
    this.scenario = scenario;
    this.salt =
        new SalinityModel(
            site.reach().tide(), site.reach().salt(), Seeds.seedOf(config, site.station().id()));
    this.random = Seeds.randomOf(config, site.device());
    this.due = time.wallStart().plus(scenario.isPresent() ? Duration.ZERO : firstPause());
  }

  static SalinityProbe at(SalinitySite site, FleetConfig config, ModelClock time) {
    Optional<OpeningScenario> scenario =
        config.openingScenario() ? OpeningScenario.at(site.station().id()) : Optional.empty();
    return new SalinityProbe(site, config, time, scenario);
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
    Instant taken = due;
    due = taken.plus(inScenario() ? shorter(SCENARIO_EVERY, config.every()) : config.every());
    return List.of(messageAt(taken));
  }

  @Override
  public void skipTo(Instant now) {
    due = now;
  }

  @Override
  public boolean mayFail() {
    return !inScenario();
  }

  private Message messageAt(Instant wall) {
    Instant model = time.at(wall);
    double salinity = Math.min(40, salinityAt(wall, model));
    double sun = Sun.heightAt(model);
    return NativeForm.takenAt(wall)
        .with("salinity_gl", salinity, 0.01)
        .with("ec25_us_cm", Conductivity.ec25(salinity), 1)
        .with("temperature_c", 28.2 + 1.1 * sun + 0.05 * random.nextGaussian(), 0.1)
        .with("level_m", site.reach().tide().levelAt(model) + 0.01 * random.nextGaussian(), 0.01)
        .with("battery_v", 12.5 + 0.6 * Math.max(0, sun) + 0.02 * random.nextGaussian(), 0.01)
        .from(Kind.SALINITY, id());
  }

  private double salinityAt(Instant wall, Instant model) {
    double modelled = salt.at(model);
    double seen = scenario.map(s -> s.salinity(time.sinceStart(wall), modelled)).orElse(modelled);
    return seen * (1 + SENSOR_NOISE * Math.clamp(random.nextGaussian(), -2, 2));
  }

  private boolean inScenario() {
    return scenario.isPresent() && scenario.get().runsAt(time.sinceStart(due));
  }

  private Duration firstPause() {
    return Duration.ofMillis(random.nextLong(config.every().toMillis()));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
