package vn.vam.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.ingest.Passing.measured;
import static vn.vam.core.ingest.Passing.minute;
import static vn.vam.core.ingest.Passing.passes;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.ingest.Passing;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Registry;

/**
 * Half a year at four places, by their tidal constants and monthly means of 2024, a bad year, with
 * what the tide does not explain and a probe's own noise; then faults are put in.
 */
class JudgingARiver {
  private static final int DAYS = 180;
  private static final double PROBE_NOISE = 0.004;

  /** Periods of M2, S2, N2, K2, K1, O1, P1, h. */
  private static final double[] PERIODS = {
    12.4206, 12, 12.6583, 11.9672, 23.9345, 25.8193, 24.0659
  };

  /**
   * @param amplitudes m
   * @param phases degrees
   * @param perMetre how much of its mean the salinity gains with a metre of level
   * @param noise relative standard deviation of what the tide does not explain
   * @param means of the months from January, g/l
   */
  private record Place(
      String name,
      Optional<Double> riverKm,
      double[] amplitudes,
      double[] phases,
      double perMetre,
      double lagHours,
      double noise,
      double[] means) {
    @Override
    public String toString() {
      return name;
    }

    double mean(double hours) {
      double month = Math.min(means.length - 1.001, hours / 24 / 30.4);
      int before = (int) month;
      return means[before] + (month - before) * (means[before + 1] - means[before]);
    }

    double level(double hours) {
      double level = 0;
      for (int i = 0; i < PERIODS.length; i++) {
        double angle = 360 * (hours - lagHours) / PERIODS[i] - phases[i];
        level += amplitudes[i] * Math.cos(Math.toRadians(angle));
      }
      return level;
    }
  }

  private static final Place RACH_BUN =
      new Place(
          "Rạch Bùn",
          Optional.empty(),
          new double[] {0.774, 0.293, 0.135, 0.184, 0.626, 0.493, 0.151},
          new double[] {146, 73, 297, 249, 301, 18, 310},
          0.063,
          1,
          0.04,
          new double[] {19.4, 19.3, 23.8, 27.2, 22.2, 19.2, 18.7});
  private static final Place LONG_UONG =
      new Place(
          "Long Uông",
          Optional.empty(),
          new double[] {0.714, 0.273, 0.137, 0.146, 0.612, 0.487, 0.157},
          new double[] {155, 79, 310, 254, 308, 22, 310},
          0.245,
          0,
          0.10,
          new double[] {2.95, 5.4, 10.7, 7.9, 5.2, 1.6, 0.5});
  private static final Place VAM_GIONG =
      new Place(
          "Vàm Giồng",
          Optional.of(23.0),
          new double[] {0.707, 0.273, 0.129, 0.134, 0.624, 0.473, 0.139},
          new double[] {189, 122, 337, 285, 325, 38, 343},
          0.233,
          2,
          0.12,
          new double[] {1.07, 3.0, 8.0, 5.7, 4.1, 1.7, 0});
  private static final Place XUAN_HOA =
      new Place(
          "Xuân Hòa",
          Optional.of(42.0),
          new double[] {0.733, 0.259, 0.129, 0.119, 0.589, 0.438, 0.139},
          new double[] {201, 132, 350, 288, 331, 45, 347},
          0.401,
          2,
          0.19,
          new double[] {0.09, 0.72, 4.4, 2.95, 1.5, 0.17, 0});

  /** Of one place, told every so many minutes, to a hundredth of a gram. */
  private static double[] season(Place place, int everyMinutes) {
    Random random = new Random(20240101);
    double[] values = new double[DAYS * 24 * 60 / everyMinutes];
    double[] knots = new double[DAYS * 8 + 2];
    Arrays.setAll(knots, i -> Math.clamp(random.nextGaussian(), -2, 2));
    for (int i = 0; i < values.length; i++) {
      double hours = i * everyMinutes / 60.0;
      double knot = hours / 3;
      double share = (1 - Math.cos(Math.PI * (knot % 1))) / 2;
      double weather = knots[(int) knot] * (1 - share) + knots[(int) knot + 1] * share;
      double salt = place.mean(hours) * (1 + place.perMetre() * place.level(hours));
      double told =
          salt * (1 + place.noise() * weather) * (1 + PROBE_NOISE * random.nextGaussian());
      values[i] = Math.round(Math.max(0, told) * 100) / 100.0;
    }
    return values;
  }

  private static boolean[] doubted(
      Place place, QualityLimits limits, int everyMinutes, double[] values) {
    Registry registry = Passing.registryAt(place.riverKm(), Map.of(Quantity.SALINITY, limits));
    QualityControl control = new QualityControl(() -> registry, (quantity, check) -> {});
    boolean[] doubted = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      doubted[i] =
          passes(control, measured(Quantity.SALINITY, values[i], minute(everyMinutes * i)))
                  .getFirst()
                  .quality()
              == Quality.SUSPECT;
    }
    return doubted;
  }

  private static int count(boolean[] doubted, IntPredicate among) {
    return (int)
        IntStream.range(0, doubted.length).filter(i -> doubted[i] && among.test(i)).count();
  }

  /** Narrow limits as a province sets them that knows the place, g/l and g/l an hour. */
  private static QualityLimits narrow(double gramsPerLitre) {
    return new QualityLimits(
        Optional.empty(),
        Optional.empty(),
        Optional.of(gramsPerLitre),
        Optional.of(gramsPerLitre),
        Optional.empty());
  }

  /** How large a spike is found for certain, g/l: the further apart the values, the larger. */
  private static Stream<Arguments> seasons() {
    QualityLimits usual = QualityLimits.NONE;
    QualityLimits coast = narrow(3);
    QualityLimits upstream = narrow(1.5);
    return Stream.of(
        Arguments.of(RACH_BUN, 5, 12, "usual", usual),
        Arguments.of(RACH_BUN, 15, 13, "usual", usual),
        Arguments.of(RACH_BUN, 60, 20, "usual", usual),
        Arguments.of(XUAN_HOA, 5, 7, "usual", usual),
        Arguments.of(XUAN_HOA, 15, 8, "usual", usual),
        Arguments.of(XUAN_HOA, 60, 12, "usual", usual),
        Arguments.of(RACH_BUN, 5, 4, "narrow", coast),
        Arguments.of(RACH_BUN, 15, 5, "narrow", coast),
        Arguments.of(RACH_BUN, 60, 10, "narrow", coast),
        Arguments.of(LONG_UONG, 5, 4, "narrow", coast),
        Arguments.of(LONG_UONG, 15, 5, "narrow", coast),
        Arguments.of(LONG_UONG, 60, 10, "narrow", coast),
        Arguments.of(VAM_GIONG, 5, 2, "narrow", upstream),
        Arguments.of(VAM_GIONG, 15, 3, "narrow", upstream),
        Arguments.of(VAM_GIONG, 60, 5, "narrow", upstream),
        Arguments.of(XUAN_HOA, 5, 2, "narrow", upstream),
        Arguments.of(XUAN_HOA, 15, 3, "narrow", upstream),
        Arguments.of(XUAN_HOA, 60, 6, "narrow", upstream));
  }

  @ParameterizedTest(name = "{0}, every {1} minutes, {3} limits")
  @MethodSource("seasons")
  void no_tide_and_no_fresh_season_is_taken_for_a_fault(
      Place place, int every, double size, String called, QualityLimits limits) {
    double[] values = season(place, every);

    assertThat(count(doubted(place, limits, every, values), i -> true))
        .as("of %d values", values.length)
        .isZero();
  }

  @ParameterizedTest(name = "{0}, every {1} minutes, by {2} g/l, {3} limits")
  @MethodSource("seasons")
  void every_such_spike_is_found_and_its_neighbours_are_not_blamed(
      Place place, int every, double size, String called, QualityLimits limits) {
    double[] values = season(place, every);
    BitSet spikes = spike(values, size);
    boolean[] doubted = doubted(place, limits, every, values);

    assertThat(spikes.cardinality()).isGreaterThan(80);
    assertThat(count(doubted, spikes::get)).as("hits").isEqualTo(spikes.cardinality());
    assertThat(count(doubted, i -> !spikes.get(i))).as("blamed").isZero();
  }

  private static BitSet spike(double[] values, double size) {
    Random random = new Random(7);
    BitSet spikes = new BitSet();
    for (int i = 30; i < values.length - 30; i += 20 + random.nextInt(20)) {
      double spiked = values[i] + (values[i] >= size && random.nextBoolean() ? -size : size);
      if (Quantity.SALINITY.isPossible(spiked)) {
        values[i] = spiked;
        spikes.set(i);
      }
    }
    return spikes;
  }
}
