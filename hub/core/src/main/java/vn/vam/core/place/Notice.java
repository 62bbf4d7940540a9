package vn.vam.core.place;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A notice with its days; without them it always holds.
 *
 * @param text plain, on one line, NFC, at most 400 characters
 * @param until the last day on which it says anything
 */
public record Notice(String text, Optional<LocalDate> from, Optional<LocalDate> until) {
  public boolean isInForce(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}
