package vn.vam.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.place.Notice;
import vn.vam.core.place.OpeningHours;
import vn.vam.core.place.Place;
import vn.vam.core.place.Places;
import vn.vam.core.station.Position;

/**
 * Reads places from GeoJSON (RFC 7946), with the property names of OpenStreetMap and {@code
 * notices} of our own. A line or an area counts as the middle of its corners.
 */
final class PlacesReader implements Reader<Places> {
  static final int LARGEST = 8 << 20;
  private static final int DEEPEST = 24;
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
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  @Override
  public Places read(byte[] body) throws Unreadable {
    JsonNode tree = tree(body);
    JsonNode features = tree.path("features");
    if (!features.isArray() || !tree.path("type").asText("").equals("FeatureCollection")) {
      throw new Unreadable("no FeatureCollection of GeoJSON");
    }
    if (features.size() > MOST_PLACES) {
      throw new Unreadable("more than " + MOST_PLACES + " places");
    }
    List<Place> places = new ArrayList<>();
    features.forEach(feature -> place(feature).ifPresent(places::add));
    return new Places(places, notices(tree.path("notices")));
  }

  private static JsonNode tree(byte[] body) throws Unreadable {
    try {
      return JSON.readTree(body);
    } catch (IOException malformed) {
      throw new Unreadable("no JSON", malformed);
    }
  }

  private static Optional<Place> place(JsonNode feature) {
    JsonNode properties = feature.path("properties");
    String name = first(properties, LONGEST_NAME, "name:vi", "name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return middle(feature.path("geometry").path("coordinates"))
        .map(
            position ->
                new Place(
                    name,
                    kind(properties),
                    position,
                    address(properties),
                    first(properties, LONGEST_TEXT, "phone", "contact:phone"),
                    OpeningHours.read(properties.path("opening_hours").asText("")),
                    notices(properties.path("notices"))));
  }

  private static String kind(JsonNode properties) {
    String kind = first(properties, LONGEST_TEXT, "kind");
    String tag = first(properties, LONGEST_TEXT, "tourism", "amenity");
    return kind.isEmpty() ? KINDS.getOrDefault(tag, "") : kind;
  }

  private static String address(JsonNode properties) {
    String whole = first(properties, LONGEST_TEXT, "address", "addr:full");
    String street =
        first(properties, LONGEST_TEXT, "addr:housenumber")
            + " "
            + first(properties, LONGEST_TEXT, "addr:street");
    return whole.isEmpty() ? street.strip() : whole;
  }

  private static String first(JsonNode properties, int longest, String... names) {
    return Stream.of(names)
        .map(name -> PlainText.of(properties.path(name).asText(""), longest))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Optional<Position> middle(JsonNode coordinates) {
    List<double[]> corners = new ArrayList<>();
    collect(coordinates, corners);
    double lon = corners.stream().mapToDouble(corner -> corner[0]).average().orElse(Double.NaN);
    double lat = corners.stream().mapToDouble(corner -> corner[1]).average().orElse(Double.NaN);
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? Optional.of(new Position(lat, lon))
        : Optional.empty();
  }

  private static void collect(JsonNode coordinates, List<double[]> corners) {
    if (coordinates.size() >= 2 && coordinates.get(0).isNumber()) {
      corners.add(new double[] {coordinates.get(0).asDouble(), coordinates.get(1).asDouble()});
    } else {
      coordinates.forEach(part -> collect(part, corners));
    }
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
