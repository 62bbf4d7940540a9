package vn.vam.core.live;

import java.util.Locale;

/** Where a value is going. */
public enum Trend {
  RISING,
  STEADY,
  FALLING;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
