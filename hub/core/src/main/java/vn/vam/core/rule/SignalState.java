package vn.vam.core.rule;

import java.time.Instant;
import java.util.Optional;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

/** What is remembered of what rules hear, beside what each of them remembers. */
public sealed interface SignalState {
  /** Of which there is one state, the newest. */
  Subject subject();

  sealed interface Subject {}

  /**
   * Of a quantity at a station, so that a value can be confirmed after a restart.
   *
   * @param doubt absent once a good value came
   */
  record OfSeries(Measured subject, Optional<Doubt> doubt) implements SignalState {
    public OfSeries(StationId station, Quantity quantity, Optional<Doubt> doubt) {
      this(new Measured(station, quantity), doubt);
    }
  }

  record Measured(StationId station, Quantity quantity) implements Subject {}

  /**
   * Of a camera, so that one that is gone gives no all-clear after a restart either.
   *
   * @param gone whether it was last said to be gone, or to be there
   * @param at when it was
   */
  record OfCamera(Camera subject, boolean gone, Instant at) implements SignalState {}

  record Camera(StationId station, DeviceId device) implements Subject {}
}
