package vn.vam.core.station;

/**
 * WGS 84.
 *
 * @param lat degrees, -90 to 90
 * @param lon degrees, -180 to 180
 */
public record Position(double lat, double lon) {
  public Position {
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      throw new IllegalArgumentException("not on Earth: lat " + lat + ", lon " + lon);
    }
  }
}
