package vn.vam.sqlite.state;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.station.DeviceId;

/** Devices in a column: no id has a comma in it. */
final class DeviceList {
  private DeviceList() {}

  static String written(List<DeviceId> devices) {
    return devices.stream().map(DeviceId::value).collect(Collectors.joining(","));
  }

  static List<DeviceId> read(String written) {
    return Stream.of(written.split(",")).filter(id -> !id.isEmpty()).map(DeviceId::new).toList();
  }
}
