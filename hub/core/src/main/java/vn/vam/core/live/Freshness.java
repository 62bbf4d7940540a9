package vn.vam.core.live;

import java.util.Locale;

/** Whether a station still tells how things are. */
public enum Freshness {
  FRESH,
  /** Its newest value is too old to say anything about now. */
  STALE,
  /** Nothing was ever heard of it. */
  SILENT,
  /** Speaks only when something happens: its silence tells nothing. */
  EVENT_ONLY;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
