package vn.vam.sim.fleet;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A camera and what its gateway reports.
 *
 * @param zone where in the picture, an id
 * @param types what happens there; one named twice happens twice as often
 */
record CameraSite(Station station, String zone, List<String> types) {

  static final List<CameraSite> ALL =
      List.of(
          camera(
              "cam-rach-mieu",
              "Camera cầu Rạch Miễu",
              10.3519,
              106.3395,
              "long-duong",
              "vehicle",
              "vehicle",
              "vehicle",
              "line-crossed",
              "offline"),
          camera(
              "cam-ap-bac",
              "Camera đường Ấp Bắc",
              10.3656,
              106.3491,
              "vach-dung",
              "vehicle",
              "vehicle",
              "red-light",
              "person"),
          camera(
              "cam-lac-hong",
              "Camera Vườn hoa Lạc Hồng",
              10.3503,
              106.3652,
              "bo-ke",
              "person",
              "person",
              "flood",
              "tamper"),
          camera(
              "cam-xuan-hoa",
              "Camera cống Xuân Hòa",
              10.3364,
              106.4104,
              "cua-cong",
              "intrusion",
              "person",
              "flood",
              "line-crossed"));

  String device() {
    return station.devices().getFirst();
  }

  private static CameraSite camera(
      String id, String name, double lat, double lon, String zone, String... types) {
    Station station =
        new Station(
            id, name, List.of(), lat, lon, OptionalDouble.empty(), Kind.CAMERA, List.of(id + "-1"));
    return new CameraSite(station, zone, List.of(types));
  }
}
