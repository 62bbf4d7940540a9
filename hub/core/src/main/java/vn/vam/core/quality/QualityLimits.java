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
 * @param perHour how much further an hour between them lets them lie apart
 * @param flatFor how long the same value may be told again and again; nought is a value like that
 *     of fresh water or an empty road and may last
 */
public record QualityLimits(
    Optional<Double> least,
    Optional<Double> most,
    Optional<Double> spike,
    Optional<Double> perHour,
    Optional<Duration> flatFor) {
  /** Where the tide comes from, a probe sees the whole river pass within hours. */
  private static final double COAST_KM = 20;

  public static final QualityLimits NONE =
      new QualityLimits(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The usual limits. Salinity: hourly changes in the dry season of 2024 were at most 2.3 g/l from
   * 23 km on upstream and 5.2 g/l at the coast; more than 3 g/l an hour upstream is suspect. Level:
   * a tide of 3.5 m in six hours.
   *
   * @param riverKm of the station, where known
   */
  public static QualityLimits usual(Quantity quantity, Optional<Double> riverKm) {
    boolean upstream = riverKm.filter(km -> km >= COAST_KM).isPresent();
    return switch (quantity) {
      case SALINITY -> upstream ? of(3, 3, 24) : of(6, 6, 24);
      case EC25, EC -> upstream ? of(6_000, 6_000, 24) : of(11_000, 11_000, 24);
      case TEMPERATURE -> of(3, 4, 48);
      case LEVEL, DISTANCE -> of(0.6, 1.2, 6);
      case OCCUPANCY -> flat(Duration.ofHours(24));
      case BATTERY_SHARE,
          BATTERY,
          INTERVAL,
          COUNT,
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
