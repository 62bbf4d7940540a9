package vn.vam.core.citizen;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.vam.core.place.Locality;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Station;

/**
 * A place without a station of its own, and the nearest one that measures salt.
 *
 * @param km as the crow flies, 0 or more
 */
public record Near(Locality place, Station station, double km) {
  /** On the place's own river, where a station of that river is among them. */
  static Optional<Near> of(Locality place, List<Station> stations) {
    List<Near> all =
        stations.stream()
            .filter(station -> station.kind() == Kind.SALINITY)
            .flatMap(station -> to(place, station).stream())
            .toList();
    List<Near> sameRiver = all.stream().filter(Near::isOnItsRiver).toList();
    return (sameRiver.isEmpty() ? all : sameRiver)
        .stream().min(Comparator.comparingDouble(Near::km));
  }

  private static Optional<Near> to(Locality place, Station station) {
    return station
        .position()
        .map(position -> new Near(place, station, place.position().kmTo(position)));
  }

  private boolean isOnItsRiver() {
    return place.along().isPresent() && place.along().equals(station.traits().along());
  }
}
