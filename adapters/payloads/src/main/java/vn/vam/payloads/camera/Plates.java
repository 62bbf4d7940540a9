package vn.vam.payloads.camera;

import java.util.Locale;

/** What becomes of the number plates a source tells. */
public enum Plates {
  /** They go nowhere. */
  DROPPED,
  /** What may be shown of them goes with the event. */
  MASKED;

  /** As written in the configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
