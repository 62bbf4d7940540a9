package vn.vam.core.reading;

/** How far a reading can be trusted: the five primary flags of QARTOD (IOOS, 2017). */
public enum Quality {
  PASS(1),
  NOT_EVALUATED(2),
  SUSPECT(3),
  FAIL(4),
  MISSING(9);

  private final int flag;

  Quality(int flag) {
    this.flag = flag;
  }

  /** 1, 2, 3, 4 or 9. */
  public int flag() {
    return flag;
  }

  /** Only passed and not yet evaluated readings may raise or clear an alert. */
  public boolean mayAlert() {
    return this == PASS || this == NOT_EVALUATED;
  }

  public Quality worseOf(Quality other) {
    return flag >= other.flag ? this : other;
  }

  /**
   * @throws IllegalArgumentException for a flag that is none of the five
   */
  public static Quality ofFlag(int flag) {
    for (Quality quality : values()) {
      if (quality.flag == flag) {
        return quality;
      }
    }
    throw new IllegalArgumentException("a quality flag is 1, 2, 3, 4 or 9, was " + flag);
  }
}
