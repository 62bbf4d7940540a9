package vn.vam.sim.fleet;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A counted road around Mỹ Tho. The roads are real, the points on them plausible, the volumes ours.
 *
 * @param lanes per direction
 * @param perLaneAndDay vehicles of a lane on a working day
 * @param freeFlowKmh speed on an empty road
 */
record Junction(Station station, int lanes, double perLaneAndDay, double freeFlowKmh) {

  /** Towards the middle of Mỹ Tho and away from it, in the order of a station's devices. */
  static final List<String> DIRECTIONS = List.of("inbound", "outbound");

  static final List<Junction> ALL =
      List.of(
          junction("ql1-trung-luong", "Quốc lộ 1, Trung Lương", 10.3935, 106.3378, 2, 21_000, 52),
          junction("ql60-rach-mieu", "Quốc lộ 60, cầu Rạch Miễu", 10.3521, 106.3397, 2, 19_000, 48),
          junction("ql50-my-phong", "Quốc lộ 50, Mỹ Phong", 10.3662, 106.3868, 1, 15_000, 50),
          junction("ap-bac", "Đường Ấp Bắc", 10.3658, 106.3489, 2, 17_000, 38),
          junction("hung-vuong", "Đường Hùng Vương", 10.3583, 106.3650, 2, 14_000, 36),
          junction("ly-thuong-kiet", "Đường Lý Thường Kiệt", 10.3571, 106.3512, 1, 13_000, 34),
          junction("dt864-binh-duc", "Đường tỉnh 864, Bình Đức", 10.3487, 106.3172, 1, 10_000, 44),
          junction(
              "dt879-dao-thanh", "Đường tỉnh 879, Đạo Thạnh", 10.3787, 106.3621, 1, 9_000, 42));

  private static Junction junction(
      String id,
      String name,
      double lat,
      double lon,
      int lanes,
      double perLaneAndDay,
      double freeFlowKmh) {
    List<String> devices = List.of(id + "-1", id + "-2");
    Station station =
        new Station(id, name, List.of(), lat, lon, OptionalDouble.empty(), Kind.TRAFFIC, devices);
    return new Junction(station, lanes, perLaneAndDay, freeFlowKmh);
  }
}
