package vn.vam.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.station.Position;

/** Features of GeoJSON (RFC 7946); a line or an area counts as the middle of its corners. */
final class GeoJson {
  private static final int DEEPEST = 24;

  /** Objects, lists, names and values: what they take in memory, not on the way, is what counts. */
  private static final int MOST_PARTS = 1_000_000;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxTokenCount(MOST_PARTS)
                      .build())
              .build());

  private GeoJson() {}

  /**
   * @param most features
   */
  static JsonNode collection(byte[] body, int most) throws Reader.Unreadable {
    JsonNode tree = tree(body);
    JsonNode features = tree.path("features");
    if (!features.isArray() || !tree.path("type").asText("").equals("FeatureCollection")) {
      throw new Reader.Unreadable("no FeatureCollection of GeoJSON");
    }
    if (features.size() > most) {
      throw new Reader.Unreadable("more than " + most + " features");
    }
    return tree;
  }

  /** One that has left its old shape behind must not empty what was known. */
  static void checkThatSomeAreOfUse(JsonNode collection, List<?> taken) throws Reader.Unreadable {
    if (taken.isEmpty() && !collection.path("features").isEmpty()) {
      throw new Reader.Unreadable("no feature has a name and a place on earth");
    }
  }

  private static JsonNode tree(byte[] body) throws Reader.Unreadable {
    try {
      return JSON.readTree(body);
    } catch (StreamConstraintsException beyond) {
      throw new Reader.Unreadable(
          "JSON deeper than " + DEEPEST + ", or of more than " + MOST_PARTS + " parts", beyond);
    } catch (IOException malformed) {
      throw new Reader.Unreadable("no JSON", malformed);
    }
  }

  /** The first of these properties that has a text, as plain text on one line. */
  static String text(JsonNode properties, int longest, String... names) {
    return Stream.of(names)
        .map(name -> PlainText.of(properties.path(name).asText(""), longest))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  static Optional<Position> middle(JsonNode coordinates) {
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
}
