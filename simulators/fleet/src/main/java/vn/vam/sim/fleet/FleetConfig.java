package vn.vam.sim.fleet;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a fleet behaves. {@link #at(URI)} gives the defaults; the {@code with…} methods change one.
 *
 * @param broker {@code tcp://host:port} or {@code ssl://host:port}
 * @param credentials for a broker that asks for them
 * @param speed of tide, season and traffic day against the wall clock; timestamps stay real
 * @param seed same seed and same clock give the same messages
 * @param every wall clock between two messages of a salinity probe, 100 ms to 1 h
 * @param trafficInterval counted interval of a lane, whole seconds, 1 s to 15 min
 * @param openingScenario let salt pass two sluices in the first minute, whatever the model says
 * @param faultRate share of messages that go wrong as they do in the field, 0 to 1
 * @param modelStart where the model stands when the fleet starts
 */
public record FleetConfig(
    URI broker,
    @Nullable Credentials credentials,
    double speed,
    long seed,
    Duration every,
    Duration trafficInterval,
    boolean openingScenario,
    double faultRate,
    Instant modelStart,
    Clock clock) {

  /** The day of the record salt of 2024: 8.85 g/l at Xuân Hòa. */
  public static final Instant RECORD_SALT_DAY = Instant.parse("2024-03-11T17:00:00Z");

  public FleetConfig {
    List<String> complaints = new ArrayList<>();
    complain(
        complaints, knownScheme(broker), "broker: expected tcp://host:port or ssl://host:port");
    complain(complaints, speed > 0 && speed <= 100_000, "speed: expected 0 < speed <= 100000");
    complain(complaints, within(every, 100, 3_600_000), "every: expected 100 ms to 1 h");
    complain(
        complaints,
        within(trafficInterval, 1_000, 900_000) && trafficInterval.toMillis() % 1_000 == 0,
        "trafficInterval: expected whole seconds, 1 s to 15 min");
    complain(complaints, faultRate >= 0 && faultRate <= 1, "faultRate: expected 0 to 1");
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", complaints));
    }
  }

  /** A demo's fleet at this broker: a message every two seconds, salt in the first minute. */
  public static FleetConfig at(URI broker) {
    return new FleetConfig(
        broker,
        null,
        60,
        1,
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        true,
        0.01,
        RECORD_SALT_DAY,
        Clock.systemUTC());
  }

  public FleetConfig withCredentials(Credentials changed) {
    return new FleetConfig(
        broker,
        changed,
        speed,
        seed,
        every,
        trafficInterval,
        openingScenario,
        faultRate,
        modelStart,
        clock);
  }

  public FleetConfig withSpeed(double changed) {
    return new FleetConfig(
        broker,
        credentials,
        changed,
        seed,
        every,
        trafficInterval,
        openingScenario,
        faultRate,
        modelStart,
        clock);
  }

  public FleetConfig withSeed(long changed) {
    return new FleetConfig(
        broker,
        credentials,
        speed,
        changed,
        every,
        trafficInterval,
        openingScenario,
        faultRate,
        modelStart,
        clock);
  }

  public FleetConfig withEvery(Duration changed) {
    return new FleetConfig(
        broker,
        credentials,
        speed,
        seed,
        changed,
        trafficInterval,
        openingScenario,
        faultRate,
        modelStart,
        clock);
  }

  public FleetConfig withTrafficInterval(Duration changed) {
    return new FleetConfig(
        broker,
        credentials,
        speed,
        seed,
        every,
        changed,
        openingScenario,
        faultRate,
        modelStart,
        clock);
  }

  public FleetConfig withOpeningScenario(boolean changed) {
    return new FleetConfig(
        broker,
        credentials,
        speed,
        seed,
        every,
        trafficInterval,
        changed,
        faultRate,
        modelStart,
        clock);
  }

  public FleetConfig withFaultRate(double changed) {
    return new FleetConfig(
        broker,
        credentials,
        speed,
        seed,
        every,
        trafficInterval,
        openingScenario,
        changed,
        modelStart,
        clock);
  }

  public FleetConfig withModelStart(Instant changed) {
    return new FleetConfig(
        broker,
        credentials,
        speed,
        seed,
        every,
        trafficInterval,
        openingScenario,
        faultRate,
        changed,
        clock);
  }

  public FleetConfig withClock(Clock changed) {
    return new FleetConfig(
        broker,
        credentials,
        speed,
        seed,
        every,
        trafficInterval,
        openingScenario,
        faultRate,
        modelStart,
        changed);
  }

  private static void complain(List<String> complaints, boolean fine, String complaint) {
    if (!fine) {
      complaints.add(complaint);
    }
  }

  private static boolean knownScheme(URI broker) {
    return ("tcp".equals(broker.getScheme()) || "ssl".equals(broker.getScheme()))
        && broker.getHost() != null
        && broker.getUserInfo() == null;
  }

  private static boolean within(Duration span, long leastMs, long mostMs) {
    return span.toMillis() >= leastMs && span.toMillis() <= mostMs;
  }
}
