package vn.vam.app.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.ConfigReader;
import vn.vam.app.config.HubConfig;
import vn.vam.app.config.WatchConfig;
import vn.vam.core.citizen.AlertText;
import vn.vam.payloads.Formats;

/**
 * A configuration as it stands in the tree, read by the hub's own reader. The secrets it names are
 * made up in a folder of the test.
 */
record Sample(String yaml, Path secrets) {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String WHERE_SECRETS_LIE = "/run/secrets";
  private static final String SOME_SECRET = "made-up-and-at-least-as-long-as-a-key";
  private static final Pattern SECRET_FILE = Pattern.compile("\\$\\{file:([^}]+)}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_0-9]+)}");
  private static final Pattern DEFAULT = Pattern.compile("(?m)^( *)#([a-z_0-9]+:( .*)?)$");
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^( *)# ( *[a-z_0-9]+:( .*)?)$");

  /** What a whole configuration needs beside one section. */
  private static final String FRAME =
      "sources: [ { id: any, broker: embedded, filters: [any/topic], format: native } ]";

  static Sample of(Path file, Path secrets) {
    return new Sample(Tree.read(file), secrets);
  }

  Sample withDefaults() {
    return new Sample(DEFAULT.matcher(yaml).replaceAll("$1$2"), secrets);
  }

  Sample withExamples() {
    return new Sample(EXAMPLE.matcher(yaml).replaceAll("$1$2"), secrets);
  }

  JsonNode tree() {
    return parse(yaml);
  }

  HubConfig load() throws BadConfig {
    return load(tree());
  }

  HubConfig load(JsonNode sections) throws BadConfig {
    ObjectNode whole = (ObjectNode) parse(FRAME);
    whole.setAll((ObjectNode) sections);
    Path file = write(whole.toString());
    return reader(whole.toString()).read(file);
  }

  WatchConfig watch() throws BadConfig {
    return reader(yaml).readWatch(write(yaml));
  }

  private Path write(String settings) {
    String text = settings.replace(WHERE_SECRETS_LIE, secrets.toString());
    SECRET_FILE
        .matcher(text)
        .results()
        .map(found -> Path.of(found.group(1)))
        .forEach(secret -> Tree.write(secret, SOME_SECRET));
    Tree.write(
        secrets.resolve("places.geojson"), Tree.read(Tree.root().resolve("deploy/places.geojson")));
    return Tree.write(secrets.resolve("vam.yaml"), text);
  }

  private static ConfigReader reader(String text) {
    Map<String, String> environment =
        VARIABLE
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .collect(Collectors.toMap(name -> name, name -> "made-up"));
    return new ConfigReader(
        new TreeSet<>(Formats.names()), new TreeSet<>(AlertText.keys()), environment);
  }

  private static JsonNode parse(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  long defaults() {
    Matcher lines = DEFAULT.matcher(yaml);
    return lines.results().count();
  }
}
