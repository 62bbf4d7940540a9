package vn.vam.core.citizen;

import java.util.List;
import java.util.stream.Collectors;
import vn.vam.core.station.Station;

/** Stations in a row. */
final class Names {
  private Names() {}

  /** Such as "Xuân Hòa, Mỹ Tho". */
  static String of(List<Station> stations) {
    return stations.stream().map(Station::name).collect(Collectors.joining(", "));
  }
}
