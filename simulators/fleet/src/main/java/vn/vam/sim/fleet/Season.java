package vn.vam.sim.fleet;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Daily mean salinity through the year, a line through the middles of the months.
 *
 * @param monthlyMeans January to December, g/l
 */
record Season(List<Double> monthlyMeans) {

  private static final double FRESH = 0.01;

  Season {
    if (monthlyMeans.size() != 12) {
      throw new IllegalArgumentException("a year has twelve months, not " + monthlyMeans.size());
    }
    monthlyMeans = List.copyOf(monthlyMeans);
  }

  static Season of(Double... monthlyMeans) {
    return new Season(List.of(monthlyMeans));
  }

  double at(Instant modelTime) {
    ZonedDateTime local = modelTime.atZone(Province.LOCAL_TIME);
    double day = local.getDayOfMonth() - 1 + local.toLocalTime().toSecondOfDay() / 86_400.0;
    double months = local.getMonthValue() - 1.5 + day / local.toLocalDate().lengthOfMonth();
    int before = (int) Math.floor(months);
    return mean(before) + (months - before) * (mean(before + 1) - mean(before));
  }

  /**
   * Salt thins out by a constant share per kilometre, so the way between two places is geometric.
   */
  Season towards(Season other, double share) {
    return perMonth(
        i -> {
          double here = Math.max(FRESH, mean(i));
          double there = Math.max(FRESH, other.mean(i));
          double between = here * Math.pow(there / here, share);
          return between < 2 * FRESH ? 0 : between;
        });
  }

  Season times(double factor) {
    return perMonth(i -> mean(i) * factor);
  }

  private double mean(int month) {
    return monthlyMeans.get(Math.floorMod(month, 12));
  }

  private static Season perMonth(IntToDoubleFunction value) {
    return new Season(IntStream.range(0, 12).mapToDouble(value).boxed().toList());
  }
}
