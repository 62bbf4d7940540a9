package vn.vam.sim.fleet;

import java.util.Locale;

/** What a device tells about; the third level of its topic. */
public enum Kind {
  SALINITY,
  TRAFFIC,
  CAMERA;

  /** {@code salinity}, {@code traffic} or {@code camera}. */
  public String topicLevel() {
    return name().toLowerCase(Locale.ROOT);
  }
}
