package vn.vam.sim.fleet;

import java.util.Locale;

/** What passes: four of five are motorcycles, two abreast. */
enum VehicleClass {
  MOTORCYCLE(0.80, 3.5 / 2),
  CAR(0.115, 6.5),
  TRUCK(0.035, 10),
  BUS(0.015, 12),
  BICYCLE(0.035, 3.3 / 2);

  /** Share of all vehicles. */
  final double share;

  /** Metres of detector and vehicle, divided by how many ride abreast. */
  final double lengthM;

  VehicleClass(double share, double lengthM) {
    this.share = share;
    this.lengthM = lengthM;
  }

  String field() {
    return name().toLowerCase(Locale.ROOT);
  }
}
