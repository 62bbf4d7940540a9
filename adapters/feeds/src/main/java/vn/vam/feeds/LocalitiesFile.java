package vn.vam.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.place.Locality;
import vn.vam.core.station.Position;
import vn.vam.core.text.MatchKey;

/**
 * Reads communes, markets and ferries from GeoJSON (RFC 7946), kept by hand: {@code name}, {@code
 * kind}, {@code aliases} and {@code along}. Unlike the feeds it leaves nothing out: what is wrong
 * is told.
 */
public final class LocalitiesFile {
  public static final int LARGEST = 8 << 20;
  public static final int MOST = 1_000;
  public static final String EXAMPLE =
      "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[106.46,10.35]},"
          + "\"properties\":{\"name\":\"Chợ Gạo\",\"kind\":\"huyện\",\"along\":\"sông Tiền\"}}";

  private static final int LONGEST = 64;
  private static final int MOST_ALIASES = 10;
  private static final String POINT = "expected coordinates [longitude, latitude] in degrees";
  private static final String NAME = "expected a name of at most 64 characters";

  /**
   * @param field where it stands, such as {@code features[3].properties.name}
   * @param expected what should stand there
   */
  public record Flaw(String field, String expected) {}

  /** Either places or flaws, never both. */
  public record Outcome(List<Locality> places, List<Flaw> flaws) {
    public Outcome {
      places = List.copyOf(places);
      flaws = List.copyOf(flaws);
    }
  }

  private final List<Locality> places = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final Set<MatchKey> titles = new HashSet<>();

  private LocalitiesFile() {}

  public static Outcome read(byte[] body) {
    LocalitiesFile file = new LocalitiesFile();
    try {
      JsonNode features = GeoJson.collection(body, MOST).path("features");
      for (int i = 0; i < features.size(); i++) {
        file.take(features.get(i), "features[" + i + "].");
      }
    } catch (Reader.Unreadable wrong) {
      file.complain("(file)", "expected GeoJSON, but: " + wrong.getMessage());
    }
    return file.flaws.isEmpty()
        ? new Outcome(file.places, List.of())
        : new Outcome(List.of(), file.flaws);
  }

  private void complain(String field, String expected) {
    flaws.add(new Flaw(field, expected));
  }

  private void take(JsonNode feature, String at) {
    JsonNode properties = feature.path("properties");
    String name = text(properties.path("name"), at + "properties.name");
    if (name.isEmpty()) {
      complain(at + "properties.name", NAME);
    }
    Optional<Position> position = GeoJson.middle(feature.path("geometry").path("coordinates"));
    if (position.isEmpty()) {
      complain(at + "geometry.coordinates", POINT);
    }
    String along = text(properties.path("along"), at + "properties.along");
    Locality place =
        new Locality(
            name,
            text(properties.path("kind"), at + "properties.kind"),
            aliases(properties.path("aliases"), at + "properties.aliases"),
            position.orElse(new Position(0, 0)),
            Optional.of(along).filter(river -> !river.isEmpty()));
    if (!name.isEmpty() && !titles.add(MatchKey.of(place.title()))) {
      complain(
          at + "properties.name",
          "expected a kind and name no other place has, found '" + place.title() + "' twice");
    }
    places.add(place);
  }

  private List<String> aliases(JsonNode aliases, String at) {
    boolean isList = aliases.isMissingNode() || aliases.isArray();
    if (!isList || aliases.size() > MOST_ALIASES) {
      complain(at, "expected a list of at most " + MOST_ALIASES + " names");
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode alias : aliases) {
      String name = text(alias, at);
      if (name.isEmpty()) {
        complain(at, NAME);
      }
      names.add(name);
    }
    return names;
  }

  /** Empty where nothing stands. */
  private String text(JsonNode node, String at) {
    if (node.isMissingNode()) {
      return "";
    }
    String text = PlainText.of(node.asText(""), LONGEST + 1);
    if (!node.isTextual() || text.length() > LONGEST) {
      complain(at, "expected a text of at most " + LONGEST + " characters");
      return "x";
    }
    return text;
  }
}
