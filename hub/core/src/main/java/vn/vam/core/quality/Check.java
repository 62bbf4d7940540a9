package vn.vam.core.quality;

import java.util.Locale;

/** What a value is judged by, after the tests of QARTOD (IOOS, 2017). */
public enum Check {
  RANGE,
  /** Too far from the value before: a spike, or a rate of change no river has. */
  STEP,
  FLAT_LINE,
  CLOCK,
  /** After a long silence there is nothing to compare with. */
  GAP,
  /** Parts that do not make the whole. */
  SUM;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
