package vn.vam.app.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Registry;
import vn.vam.core.station.StationId;

/** Reads {@code rules}. */
final class RulesSection {
  private static final Duration STALE_AFTER = Duration.ofHours(1);
  private static final Map<String, Severity> SEVERITIES =
      Stream.of(Severity.values()).collect(Collectors.toMap(Severity::word, Function.identity()));
  private static final Map<String, Quantity> QUANTITIES =
      Stream.of(Quantity.values()).collect(Collectors.toMap(Quantity::field, Function.identity()));
  private static final Level HARMLESS_RAISE = new Level.Above(Double.MAX_VALUE);
  private static final Level HARMLESS_CLEAR = new Level.Below(Double.MAX_VALUE);

  private final Registry registry;
  private final Set<String> texts;

  /**
   * @param texts the keys of the texts citizens can read
   */
  RulesSection(Registry registry, Set<String> texts) {
    this.registry = registry;
    this.texts = texts;
  }

  List<Rule> read(ConfigNode rules) {
    List<Rule> read = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (ConfigNode rule : rules.items("rules: [ { id: salt, … } ]")) {
      Rule one = rule(rule);
      if (!ids.add(one.id().value()) && rule.at("id").isPresent()) {
        rule.at("id")
            .complain(
                "expected an id no other rule has, found '" + one.id() + "' twice", "id: salt-2");
      }
      read.add(one);
    }
    return read;
  }

  private Rule rule(ConfigNode rule) {
    rule.only("id", "watch", "raise", "clear", "severity", "text", "stale_after");
    ConfigNode watch = rule.at("watch").only("quantity", "stations");
    Optional<Level> raise =
        level(rule.at("raise").only("above", "below", "for"), "raise: { above: 0.5, for: 30m }");
    Optional<Level> clear =
        level(rule.at("clear").only("above", "below", "for"), "clear: { below: 0.4, for: 2h }");
    boolean sound = isSound(rule, raise, clear);
    return new Rule(
        new RuleId(rule.at("id").id("id: salt-for-durian")),
        quantity(watch.at("quantity")),
        stations(watch.at("stations")),
        sound ? raise.orElse(HARMLESS_RAISE) : HARMLESS_RAISE,
        rule.at("raise").at("for").duration(Duration.ZERO, "for: 30m"),
        sound ? clear.orElse(HARMLESS_CLEAR) : HARMLESS_CLEAR,
        rule.at("clear").at("for").duration(Duration.ZERO, "for: 2h"),
        rule.at("severity").choice(SEVERITIES, Severity.WATCH, "severity: watch"),
        text(rule.at("text")),
        rule.at("stale_after").duration(STALE_AFTER, "stale_after: 1h"));
  }

  private static boolean isSound(ConfigNode rule, Optional<Level> raise, Optional<Level> clear) {
    if (raise.isEmpty() || clear.isEmpty()) {
      return false;
    }
    if (Rule.isHysteresis(raise.get(), clear.get())) {
      return true;
    }
    rule.at("clear")
        .complain(
            "expected the clear level on the safe side of the raise level: "
                + safeSide(raise.get()),
            "raise: { above: 0.5 }, clear: { below: 0.4 }");
    return false;
  }

  private static String safeSide(Level raise) {
    return switch (raise) {
      case Level.Above above -> "below " + above.threshold() + " or less";
      case Level.Below below -> "above " + below.threshold() + " or more";
    };
  }

  private static Optional<Level> level(ConfigNode node, String example) {
    ConfigNode above = node.at("above");
    ConfigNode below = node.at("below");
    if (above.isPresent() == below.isPresent()) {
      node.complain("expected one of above and below", example);
      return Optional.empty();
    }
    return Optional.of(
        above.isPresent()
            ? new Level.Above(above.number(-1e9, 1e9, example))
            : new Level.Below(below.number(-1e9, 1e9, example)));
  }

  private static Quantity quantity(ConfigNode node) {
    if (!node.isPresent()) {
      node.complain("expected a quantity, found nothing", "quantity: salinity_gl");
    }
    return node.choice(QUANTITIES, Quantity.SALINITY, "quantity: salinity_gl");
  }

  private Set<StationId> stations(ConfigNode node) {
    Set<StationId> stations = new LinkedHashSet<>();
    for (ConfigNode item : node.items("stations: [xuan-hoa, my-tho]")) {
      StationId station = new StationId(item.id("xuan-hoa"));
      if (registry.station(station).isEmpty()) {
        item.complain("expected the id of a station, found '" + station + "'", "xuan-hoa");
      }
      stations.add(station);
    }
    if (stations.isEmpty()) {
      node.complain("expected at least one station", "stations: [xuan-hoa, my-tho]");
    }
    return stations;
  }

  private String text(ConfigNode node) {
    String text = node.optionalText("text: vi/salt").orElse("vi/salt");
    if (!texts.contains(text)) {
      node.complain(
          "expected one of " + String.join(", ", texts) + ", found '" + text + "'",
          "text: vi/salt");
    }
    return text;
  }
}
