package vn.vam.core.alert;

import java.util.Locale;
import java.util.Optional;

/** Where an alert is in its life. */
public enum AlertState {
  RAISED,
  ESCALATED,
  ACKNOWLEDGED,
  CLEARED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AlertState> of(String word) {
    for (AlertState state : values()) {
      if (state.word().equals(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
