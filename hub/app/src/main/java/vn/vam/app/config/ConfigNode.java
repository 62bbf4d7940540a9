package vn.vam.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.vam.core.secret.Secret;
import vn.vam.core.station.Ids;

/**
 * A place in the configuration. Reading what is not there or not right notes a complaint and gives
 * a harmless stand-in, so that one reading finds every mistake.
 */
final class ConfigNode {
  static final Set<String> HTTP = Set.of("http", "https");

  private static final String STAND_IN = "x";
  private static final String BLOCK = "expected a block of settings";
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,8192}");

  private final JsonNode node;
  private final String path;
  private final List<Complaint> complaints;
  private final Placeholders placeholders;

  private ConfigNode(
      JsonNode node, String path, List<Complaint> complaints, Placeholders placeholders) {
    this.node = node;
    this.path = path;
    this.complaints = complaints;
    this.placeholders = placeholders;
  }

  static ConfigNode root(JsonNode node, List<Complaint> complaints, Placeholders placeholders) {
    return new ConfigNode(node, "", complaints, placeholders);
  }

  String path() {
    return path.isEmpty() ? "(file)" : path;
  }

  void complain(String expected, String example) {
    complaints.add(new Complaint(path(), expected, example));
  }

  boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  boolean isBlock() {
    return node.isObject();
  }

  ConfigNode at(String key) {
    String below = path.isEmpty() ? key : path + "." + key;
    JsonNode child = node.get(key);
    return new ConfigNode(
        child == null ? MissingNode.getInstance() : child, below, complaints, placeholders);
  }

  Optional<ConfigNode> maybe(String key) {
    ConfigNode child = at(key);
    return child.isPresent() ? Optional.of(child) : Optional.empty();
  }

  /** Complains about what is no block, and about keys nobody reads: most are misspelt. */
  ConfigNode only(String... keys) {
    if (isPresent() && !isBlock()) {
      complain(BLOCK, keys[0] + ": …");
    }
    Set<String> known = Set.of(keys);
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                at(key)
                    .complain(
                        "no such setting here; known are "
                            + String.join(", ", new TreeSet<>(known)),
                        keys[0] + ": …");
              }
            });
    return this;
  }

  /** Whether it holds nothing but these settings, or nothing at all. */
  boolean isBare(String... keys) {
    Set<String> known = Set.of(keys);
    List<String> found = new ArrayList<>();
    node.fieldNames().forEachRemaining(found::add);
    return !isPresent() || (node.isObject() && known.containsAll(found));
  }

  List<ConfigNode> items(String example) {
    if (!isPresent()) {
      return List.of();
    }
    if (!node.isArray()) {
      complain("expected a list", example);
      return List.of();
    }
    List<ConfigNode> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new ConfigNode(node.get(i), path + "[" + i + "]", complaints, placeholders));
    }
    return items;
  }

  /** The settings of a block whose keys are free. */
  Map<String, ConfigNode> entries(String example) {
    if (!isPresent()) {
      return Map.of();
    }
    if (!node.isObject()) {
      complain(BLOCK, example);
      return Map.of();
    }
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    node.fieldNames().forEachRemaining(key -> entries.put(key, at(key)));
    return entries;
  }

  String text(String example) {
    return optionalText(example)
        .orElseGet(
            () -> {
              complain("expected a text, found nothing", example);
              return STAND_IN;
            });
  }

  Optional<String> optionalText(String example) {
    if (!isPresent()) {
      return Optional.empty();
    }
    if (!node.isValueNode()) {
      complain("expected a text", example);
      return Optional.of(STAND_IN);
    }
    String text = placeholders.fill(node.asText(), this);
    if (text.isBlank()) {
      complain("expected a text, found an empty one", example);
      return Optional.of(STAND_IN);
    }
    return Optional.of(text);
  }

  /** A text that people read, in NFC as all that is told. */
  String name(String example) {
    return nfc(text(example));
  }

  Optional<String> optionalName(String example) {
    return optionalText(example).map(ConfigNode::nfc);
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  Optional<Secret> optionalSecret(String example) {
    return optionalText(example).map(Secret::new);
  }

  Secret secret(String example) {
    return new Secret(text(example));
  }

  /** A secret that travels in headers and form fields. */
  Secret token(String example) {
    return checked(secret(example), example);
  }

  Optional<Secret> optionalToken(String example) {
    return optionalSecret(example).map(token -> checked(token, example));
  }

  private Secret checked(Secret token, String example) {
    boolean told = complaints.stream().anyMatch(complaint -> complaint.path().equals(path()));
    if (!told && !TOKEN.matcher(token.reveal()).matches()) {
      complain(
          "expected 1 to 8192 printable ASCII characters without a blank, found others (not shown)",
          example);
    }
    return token;
  }

  String id(String example) {
    String id = text(example);
    if (isPresent() && !Ids.isId(id)) {
      complain("expected an id that matches " + Ids.GRAMMAR + ", found '" + id + "'", example);
      return STAND_IN;
    }
    return id;
  }

  double number(double least, double most, String example) {
    if (!node.isNumber() || !(node.asDouble() >= least && node.asDouble() <= most)) {
      complain("expected a number " + range(least, most) + ", found " + found(), example);
      return least;
    }
    return node.asDouble();
  }

  int integer(int least, int most, int otherwise, String example) {
    if (!isPresent()) {
      return otherwise;
    }
    if (!node.isInt() || node.asInt() < least || node.asInt() > most) {
      complain(
          "expected a whole number from " + least + " to " + most + ", found " + found(), example);
      return otherwise;
    }
    return node.asInt();
  }

  Duration duration(Duration otherwise, String example) {
    if (!isPresent()) {
      return otherwise;
    }
    return Durations.parse(node.asText())
        .orElseGet(
            () -> {
              complain(
                  "expected a time span such as 90s, 30m, 2h or 7d, found " + found(), example);
              return otherwise;
            });
  }

  Duration duration(Duration otherwise, Duration least, Duration most, String example) {
    Duration span = duration(otherwise, example);
    if (span.compareTo(least) < 0 || span.compareTo(most) > 0) {
      complain(
          "expected a time span from "
              + Durations.written(least)
              + " to "
              + Durations.written(most)
              + ", found "
              + found(),
          example);
      return otherwise;
    }
    return span;
  }

  /** Nothing secret can stand in it: what is found is not told. */
  URI uri(Set<String> schemes, String example) {
    String text = text(example);
    if (isPresent() && !isUri(text, schemes)) {
      complain(
          "expected an address that begins with "
              + String.join(" or ", new TreeSet<>(schemes))
              + ":// and names a host, without user, query or fragment",
          example);
      return URI.create(schemes.iterator().next() + "://127.0.0.1");
    }
    return isPresent() ? URI.create(text) : URI.create("http://127.0.0.1");
  }

  private static boolean isUri(String text, Set<String> schemes) {
    try {
      URI uri = URI.create(text);
      return uri.getScheme() != null
          && schemes.contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  <T> T choice(Map<String, T> choices, T otherwise, String example) {
    if (!isPresent()) {
      return otherwise;
    }
    T chosen = choices.get(node.asText());
    if (chosen == null) {
      complain(
          "expected one of "
              + String.join(", ", new TreeSet<>(choices.keySet()))
              + ", found "
              + found(),
          example);
      return otherwise;
    }
    return chosen;
  }

  private String found() {
    return !isPresent() ? "nothing" : node.isValueNode() ? "'" + node.asText() + "'" : "a block";
  }

  private static String range(double least, double most) {
    return "from " + least + " to " + most;
  }
}
