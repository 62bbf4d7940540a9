package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.place.Place;
import vn.vam.core.place.Places;
import vn.vam.core.station.Position;

class ReadingPlaces {
  private static Places read(String json) throws Reader.Unreadable {
    return new PlacesReader().read(json.getBytes(UTF_8));
  }

  private static Place place(String geometry, String properties) throws Reader.Unreadable {
    return read("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
            + geometry
            + ",\"properties\":"
            + properties
            + "}]}")
        .places()
        .getFirst();
  }

  @Test
  void a_point_with_the_names_of_openstreetmap_is_a_place() throws Reader.Unreadable {
    Place place =
        place(
            "{\"type\":\"Point\",\"coordinates\":[106.3545,10.357]}",
            """
            {"name":"Bảo tàng","tourism":"museum","addr:housenumber":"2","addr:street":"Hùng Vương",
             "opening_hours":"Tu-Su 07:30-11:00; Mo off","notices":[{"text":"Nghỉ lễ","until":"2026-11-30"}]}
            """);

    assertThat(place.position()).isEqualTo(new Position(10.357, 106.3545));
    assertThat(place.kind()).isEqualTo("bảo tàng");
    assertThat(place.address()).isEqualTo("2 Hùng Vương");
    assertThat(place.hours().orElseThrow().isOpen(LocalDateTime.parse("2026-11-26T08:00")))
        .isTrue();
    assertThat(place.hours().orElseThrow().on(LocalDate.parse("2026-11-23"))).isEmpty();
    assertThat(place.notices().getFirst().isInForce(LocalDate.parse("2026-12-01"))).isFalse();
  }

  @Test
  void an_area_counts_as_the_middle_of_its_corners() throws Reader.Unreadable {
    Place place =
        place(
            "{\"type\":\"Polygon\",\"coordinates\":[[[106,10],[108,10],[108,12],[106,12]]]}",
            "{\"name\":\"Khu sinh thái\"}");

    assertThat(place.position()).isEqualTo(new Position(11, 107));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"properties\":{\"name\":\"x\"}}",
        "{\"geometry\":{\"coordinates\":[900,10]},\"properties\":{\"name\":\"x\"}}",
        "{\"geometry\":{\"coordinates\":[1e400,10]},\"properties\":{\"name\":\"x\"}}",
        "{\"geometry\":{\"coordinates\":[\"106\",\"10\"]},\"properties\":{\"name\":\"x\"}}",
        "{\"geometry\":{\"coordinates\":{}},\"properties\":{\"name\":\"x\"}}",
        "{\"geometry\":{\"coordinates\":[106,10]},\"properties\":[\"name\"]}",
        "{\"geometry\":{\"coordinates\":[106,10]},\"properties\":{\"name\":{}}}",
        "1",
        "null",
        "[]"
      })
  void what_has_no_name_or_lies_nowhere_is_left_out(String feature) throws Reader.Unreadable {
    String good = "{\"geometry\":{\"coordinates\":[106,10]},\"properties\":{\"name\":\"Chợ\"}}";

    assertThat(read(of(good + "," + feature)).places())
        .extracting(Place::name)
        .containsExactly("Chợ");
    assertThatThrownBy(() -> read(of(feature + "," + feature)))
        .as("what was known stays")
        .isInstanceOf(Reader.Unreadable.class)
        .hasMessage("no feature has a name and a place on earth");
  }

  private static String of(String features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "<html>", "{\"features\":{}}", "{\"a\":NaN}", "{\"a\":\"\u0000"})
  void what_is_no_collection_is_refused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(Reader.Unreadable.class);
  }

  @Test
  void what_is_nested_too_deep_is_refused() {
    assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(Reader.Unreadable.class);
  }
}
