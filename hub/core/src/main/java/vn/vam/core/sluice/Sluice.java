package vn.vam.core.sluice;

import java.time.Instant;
import java.util.Optional;
import vn.vam.core.station.Position;

/**
 * A gate between river and fields. All texts are plain, on one line, NFC.
 *
 * @param name such as "Cống Xuân Hòa"
 * @param since when it was brought into its state
 * @param note what its keepers want people to know, at most 400 characters; may be empty
 */
public record Sluice(
    String name, Position position, State state, Optional<Instant> since, String note) {
  /** What it does. */
  public enum State {
    OPEN,
    CLOSED,
    /** Nobody told. */
    UNKNOWN
  }
}
