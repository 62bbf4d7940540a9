package vn.vam.core.live;

import java.util.Locale;

/** Whether a station still tells how things are. */
public enum Freshness {
  FRESH,
  /** Its newest value is too old to say anything about now. */
  STALE,
  /** Nothing was ever heard of it. */
  SILENT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
