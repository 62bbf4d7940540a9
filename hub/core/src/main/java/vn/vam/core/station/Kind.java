package vn.vam.core.station;

import java.util.Locale;
import java.util.Optional;

/** What a station observes; also the third level of the native topic. */
public enum Kind {
  SALINITY("salinity"),
  TRAFFIC("traffic"),
  CAMERA("camera_event");

  private final String measurement;

  Kind(String measurement) {
    this.measurement = measurement;
  }

  /** The measurement its points belong to. */
  public String measurement() {
    return measurement;
  }

  /** The word used in topics, the configuration and the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> of(String word) {
    for (Kind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
