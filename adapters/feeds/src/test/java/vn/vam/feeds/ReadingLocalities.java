package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.place.Locality;
import vn.vam.core.station.Position;
import vn.vam.feeds.LocalitiesFile.Flaw;
import vn.vam.feeds.LocalitiesFile.Outcome;

class ReadingLocalities {
  private static Outcome read(String... features) {
    String all = String.join(",", features);
    return LocalitiesFile.read(
        ("{\"type\":\"FeatureCollection\",\"features\":[" + all + "]}").getBytes(UTF_8));
  }

  private static String at(String coordinates, String properties) {
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":"
        + coordinates
        + "},\"properties\":{"
        + properties
        + "}}";
  }

  @Test
  void a_place_has_a_name_a_kind_other_names_and_a_river() {
    Outcome read =
        read(
            at(
                "[106.46,10.35]",
                "\"name\":\"Chợ Gạo\",\"kind\":\"huyện\",\"aliases\":[\"thị trấn Chợ Gạo\"],\"along\":\"sông Tiền\""),
            at("[106.5,10.3]", "\"name\":\"Bến đò Năm\""));

    assertThat(read.flaws()).isEmpty();
    assertThat(read.places())
        .containsExactly(
            new Locality(
                "Chợ Gạo",
                "huyện",
                List.of("thị trấn Chợ Gạo"),
                new Position(10.35, 106.46),
                Optional.of("sông Tiền")),
            new Locality("Bến đò Năm", "", List.of(), new Position(10.3, 106.5), Optional.empty()));
  }

  @Test
  void every_flaw_is_told_with_its_place() {
    Outcome read =
        read(
            at("[106.46,10.35]", "\"kind\":\"xã\""),
            at("[10.35,206.46]", "\"name\":\"An\""),
            at("[106.46,10.35]", "\"name\":7,\"aliases\":\"Bình\""),
            at("[106.46,10.35]", "\"name\":\"Mỹ\",\"kind\":\"" + "x".repeat(65) + "\""));

    assertThat(read.places()).isEmpty();
    assertThat(read.flaws())
        .extracting(Flaw::field)
        .containsExactly(
            "features[0].properties.name",
            "features[1].geometry.coordinates",
            "features[2].properties.name",
            "features[2].properties.aliases",
            "features[3].properties.kind");
  }

  @Test
  void two_places_nobody_could_tell_apart_are_a_flaw() {
    Outcome read =
        read(
            at("[106.46,10.35]", "\"name\":\"Tân Phú\",\"kind\":\"xã\""),
            at("[106.5,10.35]", "\"name\":\"Tân Phú\",\"kind\":\"phường\""),
            at("[106.6,10.35]", "\"name\":\"TÂN PHÚ\",\"kind\":\"xã\""));

    assertThat(read.flaws())
        .extracting(Flaw::field, Flaw::expected)
        .containsExactly(
            tuple(
                "features[2].properties.name",
                "expected a kind and name no other place has, found 'xã TÂN PHÚ' twice"));
  }

  @Test
  void what_is_no_geojson_is_told() {
    assertThat(LocalitiesFile.read("a,b".getBytes(UTF_8)).flaws())
        .containsExactly(new Flaw("(file)", "expected GeoJSON, but: no JSON"));
  }
}
