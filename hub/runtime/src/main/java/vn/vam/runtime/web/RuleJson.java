package vn.vam.runtime.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Measure;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.Rung;

/** A rule in the words of the configuration. */
final class RuleJson {
  private RuleJson() {}

  static JsonObject of(Rule rule) {
    return JsonObject.of(
        "id",
        rule.id().value(),
        "quantity",
        rule.quantity().map(Quantity::field).orElse(null),
        "unit",
        unit(rule.raise()),
        "stations",
        new JsonArray(rule.stations().stream().map(Object::toString).sorted().toList()),
        "raise",
        condition(rule.raise()).put("for", rule.raiseFor().toString()),
        "clear",
        condition(rule.clear()).put("for", rule.clearFor().toString()),
        "severity",
        rule.severity().word(),
        "escalate",
        new JsonArray(rule.ladder().stream().map(RuleJson::rung).toList()));
  }

  /** What the number is in that it judges; empty where it may be of one thing or of another. */
  private static String unit(Condition condition) {
    return switch (condition) {
      case Condition.Silent silent -> "min";
      case Condition.Heard heard -> "min";
      case Condition.Seen seen -> "events";
      case Condition.Beyond beyond when beyond.measure() instanceof Measure.Times -> "events";
      case Condition.Beyond beyond -> beyond.quantity().unit();
      case Condition.Several several -> {
        Set<String> units =
            several.parts().stream().map(RuleJson::unit).collect(Collectors.toSet());
        yield units.size() == 1 ? units.iterator().next() : "";
      }
    };
  }

  private static JsonObject rung(Rung rung) {
    return condition(rung.raise())
        .put("for", rung.holdFor().toString())
        .put("severity", rung.severity().word());
  }

  private static JsonObject condition(Condition condition) {
    return judged(condition).put("unit", unit(condition));
  }

  /** A level of values tells its numbers, which graphs draw; all else its words. */
  private static JsonObject judged(Condition condition) {
    if (condition instanceof Condition.Beyond beyond) {
      return switch (beyond.measure()) {
        case Measure.Newest newest -> level(new JsonObject(), beyond.level());
        case Measure.Mean mean -> level(words(condition), beyond.level());
        case Measure.Highest highest -> level(words(condition), beyond.level());
        case Measure.Lowest lowest -> level(words(condition), beyond.level());
        case Measure.Rise rise -> words(condition);
        case Measure.Fall fall -> words(condition);
        case Measure.Times times -> words(condition);
      };
    }
    return words(condition);
  }

  private static JsonObject words(Condition condition) {
    return JsonObject.of("words", condition.words());
  }

  private static JsonObject level(JsonObject json, Level level) {
    return switch (level) {
      case Level.Above above -> json.put("above", above.threshold());
      case Level.Below below -> json.put("below", below.threshold());
      case Level.AtLeast least -> json.put("at_least", least.threshold());
      case Level.AtMost most -> json.put("at_most", most.threshold());
      case Level.Outside outside -> json.put("below", outside.low()).put("above", outside.high());
      case Level.Inside inside -> json.put("above", inside.low()).put("below", inside.high());
    };
  }
}
