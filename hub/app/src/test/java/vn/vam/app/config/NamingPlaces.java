package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.place.Locality;
import vn.vam.payloads.Formats;

/** The file of places beside the configuration. */
class NamingPlaces {
  private static final String CONFIG =
      """
      sources: [ { id: any, broker: embedded, filters: [a/#], format: native } ]
      stations: [ { id: xuan-hoa, name: Xuân Hòa, kind: salinity, lat: 10.33, lon: 106.41, along: sông Tiền } ]
      citizens: { places: xa.geojson }
      """;

  @TempDir private Path folder = Path.of("");

  private HubConfig load() throws IOException, BadConfig {
    Path file = Files.writeString(folder.resolve("vam.yaml"), CONFIG);
    return new ConfigReader(new TreeSet<>(Formats.names()), new TreeSet<>(), Map.of()).read(file);
  }

  private void places(String properties) throws IOException {
    Files.writeString(
        folder.resolve("xa.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
            + "{\"type\":\"Point\",\"coordinates\":[106.46,10.35]},\"properties\":"
            + properties
            + "}]}");
  }

  private List<String> complaints() {
    BadConfig bad = catchThrowableOfType(BadConfig.class, this::load);
    return bad.complaints().stream().map(told -> told.path() + ": " + told.expected()).toList();
  }

  @Test
  void is_read_with_it() throws Exception {
    places("{\"name\":\"Chợ Gạo\",\"kind\":\"huyện\",\"along\":\"sông Tiền\"}");

    assertThat(load().citizens().places())
        .extracting(Locality::title)
        .containsExactly("huyện Chợ Gạo");
  }

  @Test
  void that_is_not_there_is_a_mistake() {
    assertThat(complaints())
        .containsExactly(
            "citizens.places: expected a readable file, found none at "
                + folder.resolve("xa.geojson"));
  }

  @Test
  void that_is_wrong_is_a_mistake_with_its_place() throws IOException {
    places("{\"kind\":\"huyện\"}");

    assertThat(complaints())
        .containsExactly(
            "citizens.places: xa.geojson, features[0].properties.name:"
                + " expected a name of at most 64 characters");
  }

  @Test
  void with_a_river_no_station_lies_along_is_a_mistake() throws IOException {
    places("{\"name\":\"Chợ Gạo\",\"kind\":\"huyện\",\"along\":\"sông Hậu\"}");

    assertThat(complaints())
        .containsExactly(
            "citizens.places: expected a river that a station lies along, found 'sông Hậu' at"
                + " huyện Chợ Gạo");
  }
}
