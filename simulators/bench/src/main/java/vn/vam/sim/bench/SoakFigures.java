package vn.vam.sim.bench;

import java.time.Duration;

/**
 * What came of it.
 *
 * @param acknowledged messages, by the broker, which was there all the time
 * @param stored points in the database at the end
 * @param waited messages on the hub's disk when the database came back
 * @param away how long it was away
 * @param catchUp from then on until nothing waited, while messages went on coming
 * @param balanced whether the hub's books balance, and tell as many stored messages as there are
 *     points
 * @param memoryMb resident at its most
 */
public record SoakFigures(
    int perSecond,
    long acknowledged,
    long stored,
    long waited,
    Duration away,
    Duration catchUp,
    boolean balanced,
    long memoryMb) {
  /** Messages without a point; below zero, points without a message. */
  public long lost() {
    return acknowledged - stored;
  }

  public boolean isFlawless() {
    return lost() == 0 && balanced;
  }

  /** Messages a second, of those that had waited and those that came meanwhile. */
  public double catchUpPerSecond() {
    double seconds = catchUp.toMillis() / 1e3;
    return seconds == 0 ? Double.NaN : waited / seconds + perSecond;
  }
}
