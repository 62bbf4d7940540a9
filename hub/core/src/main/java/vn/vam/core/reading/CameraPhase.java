package vn.vam.core.reading;

import java.util.Locale;
import java.util.Optional;

/** Where an event is in its life. */
public enum CameraPhase {
  NEW,
  UPDATE,
  END;

  /** As written in messages and tags. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<CameraPhase> of(String word) {
    for (CameraPhase each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
