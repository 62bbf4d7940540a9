package vn.vam.runtime.flow;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing again and again on a platform thread of its own until it is told to stop. */
public final class Loop implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Loop.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final String name;
  private final Signal signal;
  private final Duration longestPause;
  private final Step step;
  private volatile boolean stopping;
  private volatile @Nullable Thread thread;
  private String told = "";

  /** One turn of a loop. */
  public interface Step {
    /**
     * @return how long to wait for the signal before the next turn; zero to go on at once
     */
    Duration turn() throws InterruptedException;
  }

  /**
   * @param longestPause a turn never waits longer than this, signal or not
   */
  public Loop(String name, Signal signal, Duration longestPause, Step step) {
    this.name = name;
    this.signal = signal;
    this.longestPause = longestPause;
    this.step = step;
  }

  public void start() {
    thread = Thread.ofPlatform().daemon().name("vam-" + name).start(this::run);
  }

  private void run() {
    while (!stopping) {
      try {
        Duration pause = turn();
        if (pause.isPositive() && !stopping) {
          signal.await(pause.compareTo(longestPause) < 0 ? pause : longestPause);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * A turn that fails is a surprise; the next one starts from the same place, so that nothing is
   * skipped. What goes on failing for the same reason is told once.
   */
  private Duration turn() throws InterruptedException {
    try {
      Duration pause = step.turn();
      tellRecovered();
      return pause;
    } catch (RuntimeException surprise) {
      tell(surprise);
      return PAUSE_AFTER_FAILURE;
    }
  }

  private void tell(RuntimeException surprise) {
    String reason = firstCause(surprise).toString();
    if (!reason.equals(told)) {
      log.error("a turn failed and is tried again, loop={}", name, surprise);
    }
    told = reason;
  }

  private void tellRecovered() {
    if (!told.isEmpty()) {
      log.info("a turn succeeded again, loop={}", name);
    }
    told = "";
  }

  /** What stands around it may name what was being written, which differs each time. */
  private static Throwable firstCause(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .reduce(failure, (outer, inner) -> inner);
  }

  /** Lets the turn that is under way finish. */
  @Override
  public void close() {
    stopping = true;
    signal.raise();
    Thread running = thread;
    if (running != null && running != Thread.currentThread()) {
      awaitEnd(running);
    }
  }

  private void awaitEnd(Thread running) {
    try {
      if (!running.join(STOP_TIMEOUT)) {
        log.warn("a loop does not end, loop={}", name);
        running.interrupt();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
