package vn.vam.sim.fleet;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A salinity station and the stretch of river its model follows. Coordinates and kilometres are
 * from public station lists; where no kilometre is published the reach is placed by longitude.
 */
record SalinitySite(Station station, Reach reach) {

  static final List<SalinitySite> ALL =
      List.of(
          onRiver("vam-kenh", "Vàm Kênh", 10.27398, 106.73702, 2, "cửa Vàm Kênh"),
          aside("rach-bun", "Rạch Bùn", 10.36023, 106.77592, Reach.atKm(0), "cống Rạch Bùn"),
          onRiver("hoa-binh", "Hòa Bình", 10.29025, 106.59239, 18, "Hoà Bình"),
          onRiver("vam-giong", "Vàm Giồng", 10.30214, 106.54872, 23, "cống Vàm Giồng"),
          onRiver("an-dinh", "An Định", 10.31226, 106.42922, 36),
          onRiver("xuan-hoa", "Xuân Hòa", 10.33656, 106.41029, 42, "Xuân Hoà", "cống Xuân Hòa"),
          onRiver(
              "my-tho",
              "Mỹ Tho",
              10.34689,
              106.34699,
              46,
              "Vườn hoa Lạc Hồng",
              "Công viên Lạc Hồng",
              "Công viên Thủ Khoa Huân"),
          onRiver("dong-tam", "Đồng Tâm", 10.32983, 106.33437, 50),
          aside("go-cat", "Gò Cát", 10.36461, 106.37020, Reach.atKm(45), "cống Gò Cát"),
          aside("bao-dinh", "Bảo Định", 10.38892, 106.34171, Reach.atKm(48), "cống Bảo Định"),
          aside("long-uong", "Long Uông", 10.394, 106.565, Reach.LONG_UONG, "cống Long Uông"),
          aside("tan-thuan-binh", "Tân Thuận Bình", 10.405, 106.463, Reach.atKm(40)),
          aside("gia-thuan", "Gia Thuận", 10.316, 106.742, Reach.atKm(2), "cống Gia Thuận"),
          aside("long-hai", "Long Hải", 10.346, 106.671, Reach.atKm(10), "cống Long Hải"),
          aside("rach-bang", "Rạch Bằng", 10.342, 106.569, Reach.atKm(21), "cống Rạch Bằng"),
          aside("loc-thuan", "Lộc Thuận", 10.24436, 106.60306, Reach.atKm(17)),
          aside("binh-dai", "Bình Đại", 10.20402, 106.70562, Reach.atKm(6)));

  String device() {
    return station.devices().getFirst();
  }

  private static SalinitySite onRiver(
      String id, String name, double lat, double lon, double km, String... aliases) {
    return site(id, name, lat, lon, OptionalDouble.of(km), Reach.atKm(km), aliases);
  }

  private static SalinitySite aside(
      String id, String name, double lat, double lon, Reach reach, String... aliases) {
    return site(id, name, lat, lon, OptionalDouble.empty(), reach, aliases);
  }

  private static SalinitySite site(
      String id,
      String name,
      double lat,
      double lon,
      OptionalDouble km,
      Reach reach,
      String... aliases) {
    List<String> devices = List.of(id + "-1");
    return new SalinitySite(
        new Station(id, name, List.of(aliases), lat, lon, km, Kind.SALINITY, devices), reach);
  }
}
