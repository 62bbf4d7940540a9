package vn.vam.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vam.core.place.Locality;
import vn.vam.core.station.Registry;
import vn.vam.feeds.LocalitiesFile;

/** Reads the file that {@code citizens.places} names. */
final class PlacesFile {
  private static final String EXAMPLE = "places: places.geojson";

  private PlacesFile() {}

  /**
   * @param config beside which the file lies, unless its path is a whole one
   */
  static List<Locality> read(ConfigNode node, Path config, Registry registry) {
    Path file = config.resolveSibling(node.text(EXAMPLE));
    try {
      if (Files.size(file) > LocalitiesFile.LARGEST) {
        node.complain("expected a file of at most 8 MB, " + file, EXAMPLE);
        return List.of();
      }
      LocalitiesFile.Outcome read = LocalitiesFile.read(Files.readAllBytes(file));
      read.flaws()
          .forEach(
              flaw ->
                  node.complain(
                      file.getFileName() + ", " + flaw.field() + ": " + flaw.expected(),
                      LocalitiesFile.EXAMPLE));
      checkRivers(node, read.places(), registry);
      return read.places();
    } catch (IOException missing) {
      node.complain("expected a readable file, found none at " + file, EXAMPLE);
      return List.of();
    }
  }

  /** A river without a station of its own is misspelt. */
  private static void checkRivers(ConfigNode node, List<Locality> places, Registry registry) {
    Set<String> rivers =
        registry.stations().stream()
            .flatMap(station -> station.traits().along().stream())
            .collect(Collectors.toSet());
    places.stream()
        .filter(place -> place.along().filter(river -> !rivers.contains(river)).isPresent())
        .forEach(
            place ->
                node.complain(
                    "expected a river that a station lies along, found '"
                        + place.along().orElseThrow()
                        + "' at "
                        + place.title(),
                    LocalitiesFile.EXAMPLE));
  }
}
