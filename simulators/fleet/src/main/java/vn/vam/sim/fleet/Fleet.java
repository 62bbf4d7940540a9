package vn.vam.sim.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A province's devices, running. One thread plays the {@link Programme}, another keeps the broker
 * connection; when the broker is away devices go on measuring and what they say is sent later. Both
 * threads are daemons: whoever starts a fleet alone keeps the program alive.
 */
public final class Fleet implements AutoCloseable {

  private static final long LONGEST_NAP_MS = 1_000;
  private static final long SHORTEST_NAP_MS = 1;

  private final FleetConfig config;
  private final Publisher publisher;
  private final Programme programme;
  private final Tally tally = new Tally();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread player = Threads.daemon("fleet-programme", this::play);

  private Fleet(FleetConfig config, Publisher publisher) {
    this.config = config;
    this.publisher = publisher;
    this.programme = new Programme(config, config.clock().instant());
  }

  /** Starts at once; the broker may come later. */
  public static Fleet start(FleetConfig config) {
    return start(config, PahoPublisher.start(config));
  }

  static Fleet start(FleetConfig config, Publisher publisher) {
    Fleet fleet = new Fleet(config, publisher);
    fleet.player.start();
    return fleet;
  }

  /** All places with devices: salinity, traffic, cameras. */
  public static List<Station> stations() {
    return Province.stations();
  }

  /** Published and acknowledged so far, per kind. Any thread. */
  public FleetReport report() {
    return new FleetReport(tally.counts(), programme.faults());
  }

  /** Publishes what is under way, disconnects, and leaves no thread behind. May be called twice. */
  @Override
  public void close() {
    closing.countDown();
    Threads.join(player, Duration.ofSeconds(5));
    programme.takeHeld().forEach(this::publish);
    publisher.close();
  }

  private void play() {
    try {
      do {
        programme.takeUntil(config.clock().instant()).forEach(this::publish);
      } while (!closing.await(napMs(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(Message message) {
    tally.follow(message.kind(), publisher.publish(message));
  }

  private long napMs() {
    Instant now = config.clock().instant();
    long untilDue = Duration.between(now, programme.nextDue()).toMillis();
    return Math.clamp(untilDue, SHORTEST_NAP_MS, LONGEST_NAP_MS);
  }
}
