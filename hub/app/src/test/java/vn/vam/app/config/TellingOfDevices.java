package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.DeviceTraits;

class TellingOfDevices {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_counter_has_totals_of_so_many_bits_as_it_says_or_as_its_codec_knows() throws Exception {
    assertThat(traits("").totalBits()).isEmpty();
    assertThat(traits(", total_bits: 16").totalBits()).isEqualTo(Optional.of(16));
    assertThat(traits(", codec: milesight-vs133").totalBits()).isEqualTo(Optional.of(32));
    assertThat(traits(", codec: milesight-vs133, total_bits: 16").totalBits())
        .isEqualTo(Optional.of(16));
  }

  @Test
  void one_mistake_is_told_once_where_it_stands() {
    assertThat(refused(", total_bits: 24").complaints())
        .extracting(Complaint::path)
        .containsExactly("devices[0].total_bits");
    assertThat(refused(", codec: abacus").complaints())
        .extracting(Complaint::path)
        .containsExactly("devices[0].codec");
  }

  @Test
  void none_is_called_by_a_telephone_number_or_a_plate_which_may_be_its_address() throws Exception {
    for (String id : new String[] {"'0912345678'", "63a-123.45", "sim-84912345678"}) {
      assertThat(refused("", "- { id: %s, station: ql50 }".formatted(id)).complaints())
          .extracting(Complaint::path)
          .containsExactly("devices[1].id");
    }
    assertThat(read("", "- { id: ql50-2, station: ql50, addresses: ['0912345678'] }").registry())
        .satisfies(
            registry ->
                assertThat(registry.addressed("0912345678").orElseThrow().id())
                    .isEqualTo(new DeviceId("ql50-2")));
  }

  @Test
  void a_probe_may_be_called_by_what_looks_like_a_plate_by_chance() throws Exception {
    assertThat(read("", "- { id: esp_12ab3456, station: ql50, kind: salinity }").registry())
        .satisfies(registry -> assertThat(registry.device("esp_12ab3456")).isPresent());
  }

  private DeviceTraits traits(String said) throws BadConfig, IOException {
    return read(said).registry().device(new DeviceId("ql50-1")).orElseThrow().traits();
  }

  private HubConfig read(String said) throws BadConfig, IOException {
    return read(said, "");
  }

  private HubConfig read(String said, String more) throws BadConfig, IOException {
    Path file = folder.resolve("vam.yaml");
    Files.writeString(
        file,
        """
      sources: [ { id: native, broker: embedded, filters: [vam/#], format: native } ]
      stations:
        - { id: ql50, name: Quốc lộ 50, kind: traffic }
      devices:
        - { id: ql50-1, station: ql50%s }
        %s
      """
            .formatted(said, more));
    return new ConfigReader(Set.of("native"), Set.of("vi/salt"), Map.of()).read(file);
  }

  private BadConfig refused(String said) {
    return refused(said, "");
  }

  private BadConfig refused(String said, String more) {
    return catchThrowableOfType(BadConfig.class, () -> read(said, more));
  }
}
