package vn.vam.core.place;

import java.util.Comparator;
import java.util.List;
import vn.vam.core.station.Position;

/**
 * Places of one sort.
 *
 * @param notices about all of them
 */
public record Places(List<Place> places, List<Notice> notices) {
  public Places {
    places = List.copyOf(places);
    notices = List.copyOf(notices);
  }

  public List<Place> nearest(Position here, int most) {
    return places.stream()
        .sorted(Comparator.comparingDouble(place -> here.kmTo(place.position())))
        .limit(most)
        .toList();
  }
}
