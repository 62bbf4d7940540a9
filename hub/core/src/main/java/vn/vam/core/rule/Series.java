package vn.vam.core.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is known of one quantity at one station, and who wants to hear of it. */
final class Series {
  private final Samples samples = new Samples();
  private final Sleepers sleepers = new Sleepers();
  private final List<RuleWatch> watches = new ArrayList<>();
  private Instant newestAt = Instant.MIN;
  private double newestValue = Double.NaN;

  Samples samples() {
    return samples;
  }

  /** Those who need to look at a value only when it crosses their own threshold. */
  Sleepers sleepers() {
    return sleepers;
  }

  /** Those who look at every value. */
  List<RuleWatch> watches() {
    return watches;
  }

  Instant newestAt() {
    return newestAt;
  }

  /** NaN before the first. */
  double newestValue() {
    return newestValue;
  }

  boolean isLate(Instant at) {
    return at.isBefore(newestAt);
  }

  /** Older values than the newest are kept for the windows alone. */
  void take(Instant at, double value) {
    samples.add(at, value);
    remember(at, value);
  }

  /** As a state tells it of the newest value; the windows have it from the log. */
  void remember(Instant at, double value) {
    if (!isLate(at)) {
      newestAt = at;
      newestValue = value;
    }
  }
}
