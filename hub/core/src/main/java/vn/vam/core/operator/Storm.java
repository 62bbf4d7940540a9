package vn.vam.core.operator;

import java.time.Duration;

/**
 * When people get one message for a river or road instead of one for each alert.
 *
 * @param alerts so many of them, at least 2,
 * @param within raised within so long; for citizens those that ended count too
 * @param every at most one such message in this time; what citizens are told of waits no longer
 * @param first so long what is no danger waits for others before there is a storm; operators are
 *     called at once
 */
public record Storm(int alerts, Duration within, Duration every, Duration first) {
  /** Nothing waits before there is a storm. */
  public Storm(int alerts, Duration within, Duration every) {
    this(alerts, within, every, Duration.ZERO);
  }

  public Storm {
    if (alerts < 2) {
      throw new IllegalArgumentException("a storm is of two alerts at least");
    }
  }
}
