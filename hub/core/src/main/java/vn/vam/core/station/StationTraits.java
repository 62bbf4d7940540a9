package vn.vam.core.station;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.quality.QualityLimits;
import vn.vam.core.reading.Quantity;

/**
 * What the configuration knows of one place beyond its name.
 *
 * @param limits by which its values are judged, where not by the usual ones
 * @param pcu passenger car units of a vehicle, by its class's quantity; the usual ones where absent
 * @param freeFlow the speed on an empty road, km/h; one of {@code LevelOfService.freeFlows()}
 */
public record StationTraits(
    Map<Quantity, QualityLimits> limits, Optional<Map<Quantity, Double>> pcu, int freeFlow) {
  /** Of a street in town. */
  public static final int USUAL_FREE_FLOW = 45;

  public static final StationTraits NONE = new StationTraits(Map.of(), Optional.empty());

  public StationTraits {
    limits = limits.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(limits));
    pcu = pcu.map(Map::copyOf);
  }

  /** A street in town, where it is a road. */
  public StationTraits(Map<Quantity, QualityLimits> limits, Optional<Map<Quantity, Double>> pcu) {
    this(limits, pcu, USUAL_FREE_FLOW);
  }
}
