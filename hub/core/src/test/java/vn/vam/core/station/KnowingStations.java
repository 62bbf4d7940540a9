package vn.vam.core.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnowingStations {
  private static final Station XUAN_HOA = station("xuan-hoa");
  private static final Station MY_THO = station("my-tho");
  private static final Device FIRST = device("xuan-hoa-1", "xuan-hoa");
  private static final Device SECOND = device("xuan-hoa-2", "xuan-hoa");

  private final Registry registry = new Registry(List.of(XUAN_HOA, MY_THO), List.of(SECOND, FIRST));

  @Test
  void stations_come_in_the_order_of_the_configuration() {
    assertThat(registry.stations()).containsExactly(XUAN_HOA, MY_THO);
  }

  @Test
  void a_station_knows_its_devices() {
    assertThat(registry.devicesOf(XUAN_HOA.id())).containsExactly(SECOND, FIRST);
    assertThat(registry.devicesOf(MY_THO.id())).isEmpty();
  }

  @Test
  void a_device_is_found_by_its_id() {
    assertThat(registry.device("xuan-hoa-1")).contains(FIRST);
  }

  @Test
  void text_that_is_no_id_finds_no_device() {
    assertThat(registry.device("xuan-hoa-1,host=x")).isEmpty();
    assertThat(registry.device("")).isEmpty();
  }

  @Test
  void an_unknown_station_is_none() {
    assertThat(registry.station(new StationId("can-tho"))).isEmpty();
  }

  @Test
  void a_device_of_no_station_is_a_mistake_that_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Registry(List.of(MY_THO), List.of(FIRST)))
        .withMessageContaining("xuan-hoa-1")
        .withMessageContaining("no station xuan-hoa");
  }

  private static Station station(String id) {
    return new Station(
        new StationId(id), id, Kind.SALINITY, List.of(), Optional.empty(), Optional.empty());
  }

  private static Device device(String id, String station) {
    return new Device(new DeviceId(id), new StationId(station), Kind.SALINITY);
  }
}
