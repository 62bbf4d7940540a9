package vn.vam.sim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheStations {

  private final List<Station> stations = Fleet.stations();

  @Test
  void are_the_published_ones_eight_roads_and_four_cameras() {
    assertThat(of(Kind.SALINITY)).hasSize(17);
    assertThat(of(Kind.TRAFFIC)).hasSize(8);
    assertThat(of(Kind.CAMERA)).hasSize(4);
  }

  @Test
  void have_ids_and_devices_that_fit_the_grammar_and_are_theirs_alone() {
    List<String> devices = stations.stream().flatMap(s -> s.devices().stream()).toList();

    assertThat(stations).extracting(Station::id).doesNotHaveDuplicates();
    assertThat(devices)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9][a-z0-9_.-]{0,63}"));
  }

  @Test
  void have_names_in_composed_form() {
    assertThat(stations)
        .flatExtracting(s -> s.aliases().isEmpty() ? List.of(s.name()) : s.aliases())
        .map(Object::toString)
        .allMatch(name -> Normalizer.isNormalized(name, Normalizer.Form.NFC));
  }

  @Test
  void lie_between_the_sea_and_the_upper_tien() {
    assertThat(stations).allMatch(s -> s.lat() > 10.1 && s.lat() < 10.5);
    assertThat(stations).allMatch(s -> s.lon() > 106.2 && s.lon() < 106.9);
  }

  @Test
  void know_xuan_hoa() {
    Station xuanHoa =
        stations.stream().filter(s -> s.id().equals("xuan-hoa")).findFirst().orElseThrow();

    assertThat(xuanHoa.name()).isEqualTo("Xuân Hòa");
    assertThat(xuanHoa.aliases()).contains("Xuân Hoà", "cống Xuân Hòa");
    assertThat(xuanHoa.riverKm()).hasValue(42);
    assertThat(xuanHoa.devices()).containsExactly("xuan-hoa-1");
  }

  private List<Station> of(Kind kind) {
    return stations.stream().filter(s -> s.kind() == kind).toList();
  }
}
