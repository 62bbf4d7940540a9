package vn.vam.core.station;

import java.util.List;
import java.util.Optional;

/**
 * A named place that devices report for.
 *
 * @param name as citizens read it, NFC
 * @param aliases other ways people write the name
 * @param riverKm distance from the river mouth along the main stem, km
 */
public record Station(
    StationId id,
    String name,
    Kind kind,
    List<String> aliases,
    Optional<Position> position,
    Optional<Double> riverKm) {
  public Station {
    aliases = List.copyOf(aliases);
  }
}
