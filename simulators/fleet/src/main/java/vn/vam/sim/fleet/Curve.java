package vn.vam.sim.fleet;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A line through points; flat before the first and after the last. */
record Curve(NavigableMap<Double, Double> points) {

  /** Alternating x and y, x rising. */
  static Curve through(double... xy) {
    TreeMap<Double, Double> points = new TreeMap<>();
    for (int i = 0; i < xy.length; i += 2) {
      points.put(xy[i], xy[i + 1]);
    }
    return new Curve(points);
  }

  double at(double x) {
    Map.Entry<Double, Double> low = points.floorEntry(x);
    Map.Entry<Double, Double> high = points.higherEntry(x);
    if (low == null) {
      return points.firstEntry().getValue();
    }
    return high == null ? low.getValue() : between(low, high, x);
  }

  /** From 0 to 1 without a corner at either end. */
  static double smooth(double share) {
    double s = Math.clamp(share, 0, 1);
    return s * s * (3 - 2 * s);
  }

  private static double between(
      Map.Entry<Double, Double> low, Map.Entry<Double, Double> high, double x) {
    double share = (x - low.getKey()) / (high.getKey() - low.getKey());
    return low.getValue() + share * (high.getValue() - low.getValue());
  }
}
