package vn.vam.sim.fleet;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The places with devices around the lower Tiền, and the clock they live by. */
final class Province {

  /** UTC+7, no daylight saving. */
  static final ZoneOffset LOCAL_TIME = ZoneOffset.ofHours(7);

  private Province() {}

  static List<Station> stations() {
    return Stream.of(
            SalinitySite.ALL.stream().map(SalinitySite::station),
            Junction.ALL.stream().map(Junction::station),
            CameraSite.ALL.stream().map(CameraSite::station))
        .flatMap(each -> each)
        .toList();
  }

  /** Every device of every station, each with its own randomness. */
  static List<Device> devices(FleetConfig config, ModelClock time) {
    List<Device> devices = new ArrayList<>();
    SalinitySite.ALL.forEach(site -> devices.add(SalinityProbe.at(site, config, time)));
    Junction.ALL.forEach(junction -> devices.addAll(TrafficCounter.at(junction, config, time)));
    CameraSite.ALL.forEach(site -> devices.add(CameraDevice.at(site, config, time)));
    for (IncidentGateway.Make make : IncidentGateway.Make.values()) {
      devices.add(IncidentGateway.of(make, config, time));
    }
    return devices;
  }
}
