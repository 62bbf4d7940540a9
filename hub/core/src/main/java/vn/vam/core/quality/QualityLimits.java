package vn.vam.core.quality;

import java.time.Duration;
import java.util.Optional;
import vn.vam.core.reading.Quantity;

/**
 * By what a value is judged beside the hard limits of its quantity. What is absent is not judged.
 *
 * @param least below is suspect here, in the quantity's unit
 * @param most above is suspect here
 * @param spike how far two values in a row may lie apart, however soon one follows the other
 * @param perHour how much further an hour between them lets them lie apart; of counted vehicles,
 *     how many can pass in an hour
 * @param flatFor how long the same value may be told again and again, unless it is one that lasts:
 *     see {@link #longest}
 */
public record QualityLimits(
    Optional<Double> least,
    Optional<Double> most,
    Optional<Double> spike,
    Optional<Double> perHour,
    Optional<Duration> flatFor) {
  /** Where the tide comes from, a probe sees the whole river pass within hours. */
  private static final double COAST_KM = 20;

  /** Fresh water tells the same 0.1 or 0.2 g/l all season. */
  private static final double FRESH = 0.3;

  /** As long as a loop detector may be covered without a break (IRIS). */
  private static final Duration LOCKED_ON = Duration.ofMinutes(2);

  /** Twice what four lanes of motorcycles abreast pass in Hanoi. */
  private static final double MOST_VEHICLES_PER_HOUR = 50_000;

  public static final QualityLimits NONE =
      new QualityLimits(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The usual limits, which no river breaks. Salinity: hourly changes in the dry season of 2024
   * were at most 2.3 g/l from 23 km on upstream and 5.2 g/l at the coast; a step of more than twice
   * that is suspect. A province that knows its stations sets narrower ones: decision 0013 says
   * which. Level: a tide of 3.5 m in six hours.
   *
   * @param riverKm of the station, where known
   */
  public static QualityLimits usual(Quantity quantity, Optional<Double> riverKm) {
    boolean upstream = riverKm.filter(km -> km >= COAST_KM).isPresent();
    return switch (quantity) {
      case SALINITY -> upstream ? of(6, 3, 24) : of(10, 6, 24);
      case EC25, EC -> upstream ? of(11_000, 6_000, 24) : of(18_000, 11_000, 24);
      case TEMPERATURE -> of(3, 4, 48);
      case LEVEL, DISTANCE -> of(0.6, 1.2, 6);
      case OCCUPANCY -> flat(Duration.ofHours(24));
      case COUNT -> NONE.withPerHour(MOST_VEHICLES_PER_HOUR);
      case BATTERY_SHARE,
          BATTERY,
          INTERVAL,
          COUNT_TOTAL,
          SPEED,
          PCU,
          CLASS_MOTORCYCLE,
          CLASS_CAR,
          CLASS_TRUCK,
          CLASS_BUS,
          CLASS_BICYCLE,
          SCORE ->
          NONE;
    };
  }

  private static QualityLimits of(double spike, double perHour, int flatHours) {
    return new QualityLimits(
        Optional.empty(),
        Optional.empty(),
        Optional.of(spike),
        Optional.of(perHour),
        Optional.of(Duration.ofHours(flatHours)));
  }

  private static QualityLimits flat(Duration flatFor) {
    return new QualityLimits(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(flatFor));
  }

  private QualityLimits withPerHour(double rate) {
    return new QualityLimits(least, most, spike, Optional.of(rate), flatFor);
  }

  /** Vehicles come and go in one breath: what is counted may change as it likes. */
  QualityLimits ofCounts() {
    return new QualityLimits(least, most, Optional.empty(), Optional.empty(), flatFor);
  }

  /**
   * How long a value may be told again and again: for ever where it is fresh water or an empty
   * road, two minutes where a lane is said to be covered all the time.
   */
  Optional<Duration> longest(Quantity quantity, double value) {
    if (quantity == Quantity.OCCUPANCY && value >= quantity.most()) {
      return flatFor.filter(set -> set.compareTo(LOCKED_ON) < 0).or(() -> Optional.of(LOCKED_ON));
    }
    return isAtRest(quantity, value) ? Optional.empty() : flatFor;
  }

  private static boolean isAtRest(Quantity quantity, double value) {
    boolean ofTraffic = quantity == Quantity.OCCUPANCY || quantity.isCount();
    return quantity == Quantity.SALINITY ? value <= FRESH : ofTraffic && value == 0;
  }

  /** These limits, and another's where these say nothing. */
  public QualityLimits orElse(QualityLimits other) {
    return new QualityLimits(
        least.or(other::least),
        most.or(other::most),
        spike.or(other::spike),
        perHour.or(other::perHour),
        flatFor.or(other::flatFor));
  }

  boolean isUsual(double value) {
    return least.map(bound -> value >= bound).orElse(true)
        && most.map(bound -> value <= bound).orElse(true);
  }

  /**
   * How far two values may lie apart.
   *
   * @param between their times
   * @return infinite where nothing is said
   */
  double mostApart(Duration between) {
    if (spike.isEmpty() && perHour.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double hours = between.toMillis() / 3_600_000.0;
    return spike.orElse(0.0) + perHour.map(rate -> rate * hours).orElse(Double.POSITIVE_INFINITY);
  }
}
