package vn.vam.app.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.app.config.WatchReader.Watch;
import vn.vam.core.citizen.AlertTexts;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Damping;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Rung;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Registry;

/** Reads {@code rules}. */
final class RulesSection {
  private static final Duration STALE_AFTER = Duration.ofHours(1);
  private static final Map<String, Severity> SEVERITIES =
      Stream.of(Severity.values()).collect(Collectors.toMap(Severity::word, Function.identity()));
  private static final int MOST_RUNGS = 2;

  private final Registry registry;
  private final Set<String> texts;
  private final Duration eventIdle;

  /**
   * @param texts the keys of the texts citizens can read
   * @param eventIdle an event of a camera of which nothing is heard for so long has ended
   */
  RulesSection(Registry registry, Set<String> texts, Duration eventIdle) {
    this.registry = registry;
    this.texts = texts;
    this.eventIdle = eventIdle;
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
      if (LimitRules.isOne(one.id())) {
        rule.at("id")
            .complain(
                "expected an id that does not begin with '"
                    + LimitRules.PREFIX
                    + "', as those of citizens' own limits do",
                "id: salt");
      }
      read.add(one);
    }
    return read;
  }

  private Rule rule(ConfigNode rule) {
    rule.only(
        "id",
        "watch",
        "raise",
        "clear",
        "severity",
        "escalate",
        "active",
        "flapping",
        "text",
        "stale_after");
    Watch watch =
        new WatchReader(registry)
            .read(rule.at("watch"), ConditionReader.isSilence(rule.at("raise")));
    Condition alone =
        new ConditionReader(registry, watch, eventIdle, true).read(rule.at("raise"), "for");
    Condition safe = clear(rule, watch, alone);
    Together.check(rule.at("raise"), alone, watch);
    Condition raise = Together.raise(alone, watch);
    Severity severity = rule.at("severity").choice(SEVERITIES, Severity.WATCH, "severity: watch");
    return new Rule(
        new RuleId(rule.at("id").id("id: salt-for-durian")),
        watch.quantity(),
        watch.stations(),
        watch.place(),
        raise,
        rule.at("raise").at("for").duration(Duration.ZERO, "for: 30m"),
        Together.clear(safe, watch),
        rule.at("clear").at("for").duration(Duration.ZERO, "for: 2h"),
        severity,
        ladder(rule.at("escalate"), watch, severity),
        ScheduleReader.read(rule.at("active")),
        rule.maybe("flapping").flatMap(RulesSection::damping),
        text(rule.at("text"), raise),
        rule.at("stale_after").duration(STALE_AFTER, "stale_after: 1h"));
  }

  private Condition clear(ConfigNode rule, Watch watch, Condition raise) {
    ConfigNode clear = rule.at("clear");
    Optional<Condition> opposite = clear.isBare("for") ? Opposite.of(raise) : Optional.empty();
    if (opposite.isPresent()) {
      return opposite.get();
    }
    Condition read = new ConditionReader(registry, watch, eventIdle, false).read(clear, "for");
    Condition safe = Opposite.countedOnItsSide(raise, Opposite.sameMeasure(raise, read));
    if (Rule.isHysteresis(raise, safe)) {
      return safe;
    }
    clear.complain(
        "expected the clear level on the safe side of the raise level: " + safeSide(raise),
        "raise: { above: 0.5 }, clear: { below: 0.4 }");
    return Opposite.never(safe);
  }

  private static String safeSide(Condition raise) {
    return switch (raise) {
      case Condition.Beyond beyond -> safeSide(beyond.level());
      case Condition.Seen seen -> safeSide(seen.times());
      case Condition.Silent silent -> silent.words();
      case Condition.Heard heard -> heard.words();
      case Condition.Several several -> several.words();
    };
  }

  private static String safeSide(Level raise) {
    return switch (raise) {
      case Level.Above above -> "below " + above.threshold() + " or less";
      case Level.Below below -> "above " + below.threshold() + " or more";
      case Level.AtLeast least -> "below " + least.threshold() + " or less";
      case Level.AtMost most -> "above " + most.threshold() + " or more";
      case Level.Outside outside ->
          "inside [" + outside.low() + ", " + outside.high() + "] or closer";
      case Level.Inside inside -> "outside [" + inside.low() + ", " + inside.high() + "] or wider";
    };
  }

  private List<Rung> ladder(ConfigNode node, Watch watch, Severity lowest) {
    List<Rung> ladder = new ArrayList<>();
    Severity before = lowest;
    String example = "escalate: [ { severity: danger, above: 4, for: 30m } ]";
    List<ConfigNode> items = node.items(example);
    if (items.size() > MOST_RUNGS) {
      node.complain("expected at most " + MOST_RUNGS + " steps", example);
    }
    for (ConfigNode item : items) {
      ConfigNode severity = item.at("severity");
      Severity step = severity.choice(SEVERITIES, before, "severity: danger");
      if (step.compareTo(before) <= 0) {
        severity.complain(
            "expected a severity above " + before.word() + ", found '" + step.word() + "'",
            "severity: danger");
        continue;
      }
      Condition raise =
          new ConditionReader(registry, watch, eventIdle, true).read(item, "severity", "for");
      Together.check(item, raise, watch);
      ladder.add(
          new Rung(
              step,
              Together.raise(raise, watch),
              item.at("for").duration(Duration.ZERO, "for: 30m")));
      before = step;
    }
    return ladder;
  }

  private static Optional<Damping> damping(ConfigNode node) {
    String example = "flapping: 3 within 6h";
    Optional<Damping> damping =
        node.optionalText(example)
            .flatMap(text -> Spoken.read(text, "within"))
            .filter(read -> read.amount() >= 2 && read.amount() == Math.rint(read.amount()))
            .map(read -> new Damping((int) read.amount(), read.span()));
    if (damping.isEmpty()) {
      node.complain("expected a number of at least 2, the word within and a time span", example);
    }
    return damping;
  }

  private String text(ConfigNode node, Condition raise) {
    String text = node.optionalText("text: vi/salt").orElse(AlertTexts.usual(raise));
    if (!texts.contains(text)) {
      node.complain(
          "expected one of " + String.join(", ", texts) + ", found '" + text + "'",
          "text: vi/salt");
    } else if (!AlertTexts.of(raise).contains(text)) {
      List<String> fitting = AlertTexts.of(raise);
      node.complain(
          "expected a text that tells of such a condition: "
              + String.join(", ", fitting)
              + "; found '"
              + text
              + "'",
          "text: " + fitting.getFirst());
    }
    return text;
  }
}
