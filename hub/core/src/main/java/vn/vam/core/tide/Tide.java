package vn.vam.core.tide;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * The level of the river at one place, as the moon and the sun make it. Wind, sluices and floods
 * are not in it. Pure.
 */
public final class Tide {
  private static final Instant EPOCH = Instant.parse("2023-12-31T17:00:00Z");

  /** A tide comes at least so often. */
  private static final Duration LOOK_AHEAD = Duration.ofHours(27);

  private static final Duration STEP = Duration.ofMinutes(10);

  /** Further up the river's own water rules. */
  private static final double HIGHEST_KM = 60;

  /** Above the highest gauge the wave runs on at the speed it has below it, in minutes a km. */
  private static final double MINUTES_A_KM = 1.3;

  private static final double SECONDS_AN_HOUR = 3_600;

  private final double[] cosines = new double[Constituent.values().length];
  private final double[] sines = new double[Constituent.values().length];
  private final Duration behind;
  private final Gauge.Following following;

  private Tide(Gauge below, Gauge above, double km) {
    double share = Math.clamp((km - below.km()) / Math.max(1, above.km() - below.km()), 0, 1);
    DoubleBinaryOperator between = (low, high) -> low + (high - low) * share;
    for (Constituent part : Constituent.values()) {
      cosines[part.ordinal()] = between.applyAsDouble(below.cosine(part), above.cosine(part));
      sines[part.ordinal()] = between.applyAsDouble(below.sine(part), above.sine(part));
    }
    double beyond = Math.max(0, km - above.km());
    behind = Duration.ofSeconds(Math.round(beyond * MINUTES_A_KM * 60));
    following = below.following().towards(above.following(), share);
  }

  /**
   * @param riverKm from the mouth, along the Tiền
   * @return nothing for a place that is not on the main stem, or too far up
   */
  public static Optional<Tide> at(double riverKm) {
    if (!(riverKm >= 0 && riverKm <= HIGHEST_KM)) {
      return Optional.empty();
    }
    return Optional.of(
        riverKm < Gauge.VAM_GIONG.km()
            ? new Tide(Gauge.RACH_BUN, Gauge.VAM_GIONG, riverKm)
            : new Tide(Gauge.VAM_GIONG, Gauge.XUAN_HOA, riverKm));
  }

  Gauge.Following following() {
    return following;
  }

  /**
   * @return m about the mean level
   */
  public double level(Instant at) {
    double hours = Duration.between(EPOCH, at.minus(behind)).toSeconds() / SECONDS_AN_HOUR;
    double level = 0;
    for (Constituent part : Constituent.values()) {
      double angle = Math.toRadians(part.degreesAnHour() * hours % 360);
      level += cosines[part.ordinal()] * Math.cos(angle) + sines[part.ordinal()] * Math.sin(angle);
    }
    return level;
  }

  /** When the water stands highest next. */
  public Instant nextHigh(Instant after) {
    return next(after, 1);
  }

  /** When it stands lowest next. */
  public Instant nextLow(Instant after) {
    return next(after, -1);
  }

  /** The next turn that lasts: of two close ones around a stand the first is taken. */
  private Instant next(Instant after, int sign) {
    Instant end = after.plus(LOOK_AHEAD);
    for (Instant at = after.plus(STEP); at.isBefore(end); at = at.plus(STEP)) {
      double here = sign * level(at);
      if (here >= sign * level(at.minus(STEP)) && here > sign * level(at.plus(STEP))) {
        return refined(at, sign);
      }
    }
    throw new IllegalStateException("no turn of the tide within " + LOOK_AHEAD);
  }

  /** To the minute. */
  private Instant refined(Instant near, int sign) {
    Instant best = near;
    for (int minute = -9; minute <= 9; minute++) {
      Instant at = near.plus(Duration.ofMinutes(minute));
      best = sign * level(at) > sign * level(best) ? at : best;
    }
    return best;
  }
}
