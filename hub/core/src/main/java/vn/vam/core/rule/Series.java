package vn.vam.core.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.StationId;

/** What is known of one quantity at one station, and who wants to hear of it. */
final class Series {
  private final StationId station;
  private final Quantity quantity;
  private final Samples samples = new Samples();
  private final Sleepers sleepers = new Sleepers();
  private final List<RuleWatch> watches = new ArrayList<>();
  private Instant newestAt = Instant.MIN;
  private double newestValue = Double.NaN;

  /** What those who doze would have looked at last: recalled values are not looked at again. */
  private Instant judgedAt = Instant.MIN;

  private double judgedValue = Double.NaN;
  private Instant heardAt = Instant.MIN;
  private Optional<Doubt> doubt = Optional.empty();

  Series(StationId station, Quantity quantity) {
    this.station = station;
    this.quantity = quantity;
  }

  Samples samples() {
    return samples;
  }

  /** Those who need to look at a value only when it crosses their own threshold. */
  Sleepers sleepers() {
    return sleepers;
  }

  /**
   * Whether nobody has to look at the next value.
   *
   * @param now when it comes
   */
  boolean isSleptThrough(Instant at, double value, Instant now) {
    return watches.isEmpty()
        && (isLate(at) || (isDozedThrough(at, now) && sleepers.sleepThrough(at, value)));
  }

  /** Whoever may sleep and has to look at the next value, each knowing what came before. */
  List<RuleWatch> wake(Instant at, double value, Instant now) {
    if (isLate(at)) {
      return new ArrayList<>();
    }
    List<RuleWatch> woken = new ArrayList<>();
    if (!isDozedThrough(at, now)) {
      woken.addAll(sleepers.wakeDozing(Instant.MAX));
    }
    woken.addAll(sleepers.wake(at, value));
    woken.forEach(this::tellWhatCameMeanwhile);
    woken.addAll(sleepers.awake());
    return woken;
  }

  /** A gap, or a value that comes too late to count, interrupts what was timing. */
  private boolean isDozedThrough(Instant at, Instant now) {
    return sleepers.dozeThrough(judgedAt, at) && sleepers.dozeThrough(at, now);
  }

  /** What it would have looked at while it was dozing. */
  void tellWhatCameMeanwhile(RuleWatch watch) {
    if (watch.isTiming()) {
      watch.dozed(judgedAt, judgedValue, heardAt);
    }
  }

  /** Whoever would be shown such a value. */
  List<RuleWatch> concernedBy(double value) {
    Set<RuleWatch> asleep = sleepers.concernedBy(value);
    asleep.forEach(this::tellWhatCameMeanwhile);
    return Stream.concat(watches.stream(), asleep.stream()).toList();
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

  /** The newest doubted value, where no good one came after it. */
  Optional<Doubt> doubt() {
    return doubt;
  }

  /** The same, while the first good value after it is looked at. */
  Optional<Doubt> doubtBeforeNewest() {
    return doubt.filter(suspect -> suspect.at().isBefore(newestAt));
  }

  /** Whether a doubted value of that time is news. */
  boolean mayDoubt(Instant at) {
    return at.isAfter(newestAt) && doubt.map(known -> at.isAfter(known.at())).orElse(true);
  }

  void doubt(Doubt suspect) {
    doubt = Optional.of(suspect);
  }

  /**
   * The newest value was looked at: what was doubted before it is confirmed, or is not any more.
   *
   * @return whether there was such a one
   */
  boolean settleDoubt() {
    boolean settled = doubt.isPresent() && !doubt.get().at().isAfter(newestAt);
    if (settled) {
      doubt = Optional.empty();
    }
    return settled;
  }

  SignalState.OfSeries state() {
    return new SignalState.OfSeries(station, quantity, doubt);
  }

  /** Older values than the newest are kept for the windows alone. */
  void take(Instant at, double value, String teller) {
    samples.add(at, value, teller);
    remember(at, value);
  }

  private void remember(Instant at, double value) {
    if (!isLate(at)) {
      newestAt = at;
      newestValue = value;
    }
  }

  /** The same, of a value that is judged. */
  void judge(Observation observation, Instant now) {
    judged(observation.at(), observation.value(), now);
    take(observation.at(), observation.value(), observation.teller());
  }

  /**
   * What was told before of that instant is not to be relied on: windows are without it.
   *
   * @return whether there was such a value
   */
  boolean withdraw(Observation observation) {
    return samples.remove(observation.at(), observation.teller());
  }

  /** As a state tells it of the newest value; the windows have it from the log. */
  void restore(Instant at, double value) {
    judged(at, value, heardAt);
    remember(at, value);
  }

  private void judged(Instant at, double value, Instant now) {
    if (!isLate(at)) {
      judgedAt = at;
      judgedValue = value;
      heardAt = now;
    }
  }
}
