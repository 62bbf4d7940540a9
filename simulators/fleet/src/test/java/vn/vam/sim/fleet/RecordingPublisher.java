package vn.vam.sim.fleet;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A publisher that remembers, behind a fleet whose clock jumps once. */
final class RecordingPublisher implements Publisher {

  private final List<Message> heard = new CopyOnWriteArrayList<>();

  static RecordingPublisher of(FleetConfig config, Duration played) {
    RecordingPublisher publisher = new RecordingPublisher();
    JumpingClock clock = new JumpingClock();
    try (Fleet fleet = Fleet.start(config.withClock(clock), publisher)) {
      await().until(() -> !publisher.heard.isEmpty());
      clock.now = Played.START.plus(played);
      long expected = Played.messages(config, played).size();
      await().until(() -> fleet.report().published() >= expected);
    }
    return publisher;
  }

  List<Message> heard() {
    return heard;
  }

  @Override
  public CompletableFuture<Void> publish(Message message) {
    heard.add(message);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {}

  private static final class JumpingClock extends Clock {
    private volatile Instant now = Played.START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return Province.LOCAL_TIME;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("this clock knows one zone");
    }
  }
}
