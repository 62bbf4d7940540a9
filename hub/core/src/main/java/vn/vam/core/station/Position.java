package vn.vam.core.station;

/**
 * WGS 84.
 *
 * @param lat degrees, -90 to 90
 * @param lon degrees, -180 to 180
 */
public record Position(double lat, double lon) {
  private static final double EARTH_KM = 6_371;

  public Position {
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      throw new IllegalArgumentException("not on Earth: lat " + lat + ", lon " + lon);
    }
  }

  /** Along a great circle, km. */
  public double kmTo(Position other) {
    double lat1 = Math.toRadians(lat);
    double lat2 = Math.toRadians(other.lat);
    double north = Math.sin((lat2 - lat1) / 2);
    double east = Math.sin(Math.toRadians(other.lon - lon) / 2);
    double half = north * north + Math.cos(lat1) * Math.cos(lat2) * east * east;
    return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, half)));
  }
}
