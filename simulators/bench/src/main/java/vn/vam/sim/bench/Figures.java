package vn.vam.sim.bench;

import java.time.Duration;

/**
 * How one candidate did.
 *
 * @param stored distinct points found in the database at the end
 * @param lost of the messages the broker had acknowledged
 * @param took from the start of the process until the last point was there
 * @param catchUp from the first point there until the last
 * @param cpu of the process, in all
 * @param peakMemory resident, MB
 * @param heap at its fullest when it was collected, MB
 * @param paused how long its garbage collector let everything stand still, in all
 * @param forced how often messages were forced to disk
 */
public record Figures(
    String name,
    int messages,
    long stored,
    long lost,
    Duration took,
    Duration catchUp,
    Duration cpu,
    long peakMemory,
    long heap,
    Duration paused,
    long forced) {

  public double perSecond() {
    return stored * 1e9 / Math.max(1, catchUp.toNanos());
  }

  /** Processor time of a message, µs; start-up included. */
  public double microsPerMessage() {
    return cpu.toNanos() / 1e3 / Math.max(1, stored);
  }

  /** Messages a second that one core would do, start-up included. */
  public double perCoreSecond() {
    return 1e6 / microsPerMessage();
  }
}
