package vn.vam.core.citizen;

import java.util.List;
import java.util.stream.Collectors;
import vn.vam.core.station.Station;

/** Stations in a row. */
final class Names {
  /** So that a sentence stays one. */
  private static final int MOST = 20;

  private Names() {}

  /** Such as "Xuân Hòa, Mỹ Tho"; the first twenty, the rest as dots. */
  static String of(List<Station> stations) {
    String names =
        stations.stream().limit(MOST).map(Station::name).collect(Collectors.joining(", "));
    return stations.size() > MOST ? names + ", …" : names;
  }
}
