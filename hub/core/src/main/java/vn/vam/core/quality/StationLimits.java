package vn.vam.core.quality;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/**
 * By what the values of each station are judged: its own limits, and the usual ones beside them.
 */
final class StationLimits {
  private final Registry registry;
  private final Map<StationId, Map<Quantity, QualityLimits>> known = new HashMap<>();

  StationLimits(Registry registry) {
    this.registry = registry;
  }

  QualityLimits of(StationId station, Quantity quantity) {
    return known
        .computeIfAbsent(station, id -> new EnumMap<>(Quantity.class))
        .computeIfAbsent(quantity, of -> limits(registry.station(station), of));
  }

  private static QualityLimits limits(Optional<Station> station, Quantity quantity) {
    QualityLimits usual = QualityLimits.usual(quantity, station.flatMap(Station::riverKm));
    return station
        .map(at -> at.traits().limits().get(quantity))
        .map(own -> own.orElse(usual))
        .orElse(usual);
  }
}
