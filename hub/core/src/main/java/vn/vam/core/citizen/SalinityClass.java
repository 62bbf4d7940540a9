package vn.vam.core.citizen;

import vn.vam.core.rule.Level;

/**
 * Five classes by which growers of the lower Tiền river judge water, g/l; a limit belongs to the
 * milder class. Irrigation of durian ends at 0.5, general irrigation at 1, the official salt line
 * is 4 (Decision 18/2021/QĐ-TTg).
 */
enum SalinityClass {
  FRESH(0.5),
  SLIGHT(1),
  BRACKISH(2),
  SALTY(4),
  VERY_SALTY(Double.POSITIVE_INFINITY);

  private final double most;

  SalinityClass(double most) {
    this.most = most;
  }

  /** What is true of its values, by its near end: being above the milder class, or fresh. */
  Level level() {
    return switch (this) {
      case FRESH -> new Level.AtMost(FRESH.most);
      case SLIGHT -> new Level.Above(FRESH.most);
      case BRACKISH -> new Level.Above(SLIGHT.most);
      case SALTY -> new Level.Above(BRACKISH.most);
      case VERY_SALTY -> new Level.Above(SALTY.most);
    };
  }

  /** The highest salinity that belongs to it, g/l. */
  double most() {
    return most;
  }

  /**
   * @param salinity g/l
   */
  static SalinityClass of(double salinity) {
    for (SalinityClass salinityClass : values()) {
      if (salinity <= salinityClass.most) {
        return salinityClass;
      }
    }
    return VERY_SALTY;
  }
}
