package vn.vam.core.rule;

import java.util.Optional;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.StationId;

/**
 * What is remembered of a quantity at a station, so that a value can be confirmed after a restart.
 *
 * @param doubt absent once a good value came
 */
public record SeriesState(StationId station, Quantity quantity, Optional<Doubt> doubt) {}
