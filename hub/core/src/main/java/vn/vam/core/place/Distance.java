package vn.vam.core.place;

import vn.vam.core.station.Position;

/** How far it is, as the crow flies. */
public final class Distance {
  private static final double EARTH_KM = 6_371;

  private Distance() {}

  /** In km, on a sphere: half a percent off at most. */
  public static double km(Position from, Position to) {
    double lat = Math.toRadians(to.lat() - from.lat());
    double lon = Math.toRadians(to.lon() - from.lon());
    double chord =
        Math.pow(Math.sin(lat / 2), 2)
            + Math.cos(Math.toRadians(from.lat()))
                * Math.cos(Math.toRadians(to.lat()))
                * Math.pow(Math.sin(lon / 2), 2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }
}
