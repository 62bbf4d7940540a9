package vn.vam.payloads.kind;

import vn.vam.core.reading.Quality;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;
import vn.vam.payloads.field.TakenAt;

/**
 * What all readings of a message have in common.
 *
 * @param unsuspicious the quality of a reading that nothing speaks against
 */
public record Origin(DeviceId device, StationId station, TakenAt taken, Quality unsuspicious) {

  Quality quality() {
    return taken.flag(unsuspicious);
  }
}
