package vn.vam.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.place.Notice;
import vn.vam.core.place.OpeningHours;
import vn.vam.core.place.Place;
import vn.vam.core.place.Places;

/**
 * Reads places from GeoJSON (RFC 7946), with the property names of OpenStreetMap and {@code
 * notices} of our own. A line or an area counts as the middle of its corners.
 */
final class PlacesReader implements Reader<Places> {
  static final int LARGEST = 8 << 20;
  private static final int MOST_PLACES = 5_000;
  private static final int MOST_NOTICES = 50;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_NOTICE = 400;
  private static final Map<String, String> KINDS =
      Map.of(
          "museum", "bảo tàng",
          "attraction", "điểm tham quan",
          "hotel", "khách sạn",
          "marketplace", "chợ",
          "kindergarten", "trường mầm non",
          "school", "trường học",
          "college", "trường cao đẳng",
          "university", "trường đại học");

  @Override
  public Places read(byte[] body) throws Unreadable {
    JsonNode tree = GeoJson.collection(body, MOST_PLACES);
    List<Place> places = new ArrayList<>();
    tree.path("features").forEach(feature -> place(feature).ifPresent(places::add));
    GeoJson.checkThatSomeAreOfUse(tree, places);
    return new Places(places, notices(tree.path("notices")));
  }

  private static Optional<Place> place(JsonNode feature) {
    JsonNode properties = feature.path("properties");
    String name = GeoJson.text(properties, LONGEST_NAME, "name:vi", "name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return GeoJson.middle(feature.path("geometry").path("coordinates"))
        .map(
            position ->
                new Place(
                    name,
                    kind(properties),
                    position,
                    address(properties),
                    GeoJson.text(properties, LONGEST_TEXT, "phone", "contact:phone"),
                    OpeningHours.read(properties.path("opening_hours").asText("")),
                    notices(properties.path("notices"))));
  }

  private static String kind(JsonNode properties) {
    String kind = GeoJson.text(properties, LONGEST_TEXT, "kind");
    String tag = GeoJson.text(properties, LONGEST_TEXT, "tourism", "amenity");
    return kind.isEmpty() ? KINDS.getOrDefault(tag, "") : kind;
  }

  private static String address(JsonNode properties) {
    String whole = GeoJson.text(properties, LONGEST_TEXT, "address", "addr:full");
    String street =
        GeoJson.text(properties, LONGEST_TEXT, "addr:housenumber")
            + " "
            + GeoJson.text(properties, LONGEST_TEXT, "addr:street");
    return whole.isEmpty() ? street.strip() : whole;
  }

  private static List<Notice> notices(JsonNode notices) {
    List<Notice> read = new ArrayList<>();
    for (JsonNode notice : notices) {
      String text = PlainText.of(notice.path("text").asText(""), LONGEST_NOTICE);
      if (!text.isEmpty() && read.size() < MOST_NOTICES) {
        read.add(new Notice(text, day(notice, "from"), day(notice, "until")));
      }
    }
    return read;
  }

  private static Optional<LocalDate> day(JsonNode notice, String name) {
    try {
      return Optional.of(LocalDate.parse(notice.path(name).asText("")));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
