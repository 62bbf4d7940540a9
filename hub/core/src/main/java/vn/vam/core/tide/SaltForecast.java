package vn.vam.core.tide;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the water may be fresh enough within the next day, if the tide alone moved the salt: the
 * day's mean is taken from the newest value and held. Wind, rain and sluices change it, so that it
 * only counts what is so with a standard deviation to spare. Pure.
 */
public final class SaltForecast {
  /** Further ahead the mean has changed. */
  public static final Duration HORIZON = Duration.ofHours(25);

  private static final Duration STEP = Duration.ofMinutes(10);

  /** A shorter gap between two tides is of no use to anybody. */
  private static final Duration SHORTEST = Duration.ofMinutes(30);

  private final Tide tide;
  private final Gauge.Following following;
  private final double mean;
  private final double meanLevel;

  /**
   * @param salinity g/l, measured at {@code at}
   */
  public SaltForecast(Tide tide, double salinity, Instant at) {
    this.tide = tide;
    this.following = tide.following();
    this.meanLevel = meanLevel(tide, at);
    this.mean = salinity / Math.max(0.1, share(at));
  }

  private static double meanLevel(Tide tide, Instant at) {
    double sum = 0;
    int count = 0;
    Instant end = at.plus(HORIZON.dividedBy(2));
    for (Instant each = at.minus(HORIZON.dividedBy(2));
        each.isBefore(end);
        each = each.plus(STEP)) {
      sum += tide.level(each);
      count++;
    }
    return sum / count;
  }

  /** The salinity as a multiple of the day's mean. */
  private double share(Instant at) {
    Instant felt = at.minusSeconds(Math.round(following.lag() * 3_600));
    return 1 + following.b() * (tide.level(felt) - meanLevel);
  }

  /**
   * @return g/l, as the tide alone would have it
   */
  public double salinity(Instant at) {
    return mean * Math.max(0, share(at));
  }

  /** A time within which the water is below a level for sure enough; the end may be the horizon. */
  public record Window(Instant from, Instant until) {}

  /**
   * @param level g/l
   * @return the first window of at least half an hour, or nothing where none is in sight
   */
  public Optional<Window> below(double level, Instant now) {
    Instant end = now.plus(HORIZON);
    Optional<Instant> begun = Optional.empty();
    for (Instant at = now; at.isBefore(end); at = at.plus(STEP)) {
      boolean isSafe = salinity(at) * (1 + following.noise()) < level;
      if (isSafe && begun.isEmpty()) {
        begun = Optional.of(at);
      }
      if (!isSafe && begun.isPresent()) {
        if (isLongEnough(begun.get(), at)) {
          return Optional.of(new Window(begun.get(), at));
        }
        begun = Optional.empty();
      }
    }
    return begun.filter(from -> isLongEnough(from, end)).map(from -> new Window(from, end));
  }

  private static boolean isLongEnough(Instant from, Instant until) {
    return Duration.between(from, until).compareTo(SHORTEST) >= 0;
  }
}
