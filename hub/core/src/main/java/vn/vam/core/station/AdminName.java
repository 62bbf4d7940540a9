package vn.vam.core.station;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a station's place is called in the administration while that name is in force. Provinces are
 * merged and renamed: such names are told to people and never used as keys.
 *
 * @param name such as {@code tỉnh Đồng Tháp}
 * @param from the first day it is in force; since ever where absent
 * @param until the last day it is in force; still in force where absent
 */
public record AdminName(String name, Optional<LocalDate> from, Optional<LocalDate> until) {
  public boolean isInForce(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Whether there is a day on which both are in force. */
  public boolean overlaps(AdminName other) {
    return begins().isBefore(other.ends().plusDays(1))
        && other.begins().isBefore(ends().plusDays(1));
  }

  private LocalDate begins() {
    return from.orElse(LocalDate.EPOCH.minusYears(1_000));
  }

  private LocalDate ends() {
    return until.orElse(LocalDate.EPOCH.plusYears(1_000));
  }
}
