package vn.vam.core.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well traffic flows on an urban street, by its mean speed: from A, free, to F, broken down.
 * Highway Capacity Manual 2000, exhibit 15-2; the bounds are those of the four classes of streets.
 */
public enum LevelOfService {
  A,
  B,
  C,
  D,
  E,
  F;

  /** Free-flow speed in km/h, and below it the lowest speeds of A to E. */
  private static final TreeMap<Integer, List<Integer>> LOWEST =
      new TreeMap<>(
          Map.of(
              80, List.of(72, 56, 40, 32, 26),
              65, List.of(59, 46, 33, 26, 21),
              55, List.of(50, 39, 28, 22, 17),
              45, List.of(41, 32, 23, 18, 14)));

  /** Free-flow speeds there are bounds for, km/h. */
  public static List<Integer> freeFlows() {
    return List.copyOf(LOWEST.keySet());
  }

  /**
   * How well it flows at this mean speed, both in km/h.
   *
   * @throws IllegalArgumentException for an unknown free flow
   */
  public static LevelOfService of(double speed, int freeFlow) {
    for (LevelOfService level : List.of(A, B, C, D, E)) {
      if (speed > lowest(freeFlow, level.ordinal())) {
        return level;
      }
    }
    return F;
  }

  /**
   * The speeds at which it is as bad as this or worse, km/h.
   *
   * @throws IllegalArgumentException for A, which every speed is, and for an unknown free flow
   */
  public Level orWorse(int freeFlow) {
    if (this == A) {
      throw new IllegalArgumentException("A or worse is any speed");
    }
    return new Level.AtMost(lowest(freeFlow, ordinal() - 1));
  }

  /**
   * The speeds at which it is as good as this or better, km/h.
   *
   * @throws IllegalArgumentException for F, which every speed is, and for an unknown free flow
   */
  public Level orBetter(int freeFlow) {
    if (this == F) {
      throw new IllegalArgumentException("F or better is any speed");
    }
    return new Level.Above(lowest(freeFlow, ordinal()));
  }

  private static int lowest(int freeFlow, int index) {
    List<Integer> bounds = LOWEST.get(freeFlow);
    if (bounds == null) {
      throw new IllegalArgumentException("free flow is one of " + freeFlows());
    }
    return bounds.get(index);
  }
}
