package vn.vam.core.citizen;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Measure;
import vn.vam.core.station.StationId;
import vn.vam.core.text.VietnameseNumber;
import vn.vam.core.text.VietnameseTime;

/** Conditions of rules in plain Vietnamese, such as "trên 0,5 g/l". */
final class ConditionWords {
  private final Sentences sentences;

  ConditionWords(Sentences sentences) {
    this.sentences = sentences;
  }

  /** What it is about and when it holds, such as "độ mặn trên 0,5 g/l". */
  String whole(Condition condition) {
    return switch (condition) {
      case Condition.Beyond beyond -> sentences.name(beyond.quantity()) + " " + limit(beyond);
      case Condition.Several several when isOfOneKind(several) ->
          quantities(several)
              .findFirst()
              .flatMap(Function.identity())
              .map(quantity -> sentences.name(quantity) + " " + limit(several))
              .orElseGet(() -> several(several, this::whole));
      case Condition.Several several -> several(several, this::whole);
      case Condition.Seen seen -> limit(seen);
      case Condition.Silent silent -> limit(silent);
      case Condition.Heard heard -> limit(heard);
    };
  }

  /** When it holds. */
  String limit(Condition condition) {
    return switch (condition) {
      case Condition.Beyond beyond -> limit(beyond);
      case Condition.Seen seen ->
          sentences.say(
              Sentence.SEEN,
              Map.of(
                  "event", sentences.name(seen.type()),
                  "limit", level(seen.times(), this::times),
                  "span", VietnameseTime.span(seen.window())));
      case Condition.Silent silent ->
          sentences.say(Sentence.SILENT, "span", VietnameseTime.span(silent.window()));
      case Condition.Heard heard -> sentences.say(Sentence.HEARD);
      case Condition.Several several -> limit(several);
    };
  }

  /** Whether all of it is about the same quantity. */
  static boolean isOfOneKind(Condition condition) {
    return quantities(condition).distinct().count() < 2;
  }

  /** Of each of its parts; nothing for what is no number of a quantity. */
  private static Stream<Optional<Quantity>> quantities(Condition condition) {
    return switch (condition) {
      case Condition.Beyond beyond -> Stream.of(Optional.of(beyond.quantity()));
      case Condition.Several several ->
          several.parts().stream().flatMap(ConditionWords::quantities);
      case Condition.Seen seen -> Stream.of(Optional.empty());
      case Condition.Silent silent -> Stream.of(Optional.empty());
      case Condition.Heard heard -> Stream.of(Optional.empty());
    };
  }

  private String limit(Condition.Several several) {
    return several(several, this::limit);
  }

  private String several(Condition.Several several, Function<Condition, String> one) {
    List<Condition> parts = several.parts();
    List<String> told = parts.stream().map(one).distinct().toList();
    if (told.size() > 1 && !isOfManyPlaces(parts)) {
      return joined(told, several.least() == 1 ? Sentence.EITHER : Sentence.BOTH);
    }
    return sentences.say(
        Sentence.SEVERAL,
        Map.of(
            "limit", String.join("; ", told),
            "least", String.valueOf(several.least()),
            "parts", String.valueOf(parts.size())));
  }

  private String joined(List<String> words, Sentence link) {
    return words.stream()
        .reduce((one, other) -> sentences.say(link, Map.of("one", one, "other", other)))
        .orElse("");
  }

  /** Whether each part is of other stations than the others. */
  private static boolean isOfManyPlaces(List<Condition> parts) {
    return parts.stream().map(part -> stations(part).collect(Collectors.toSet())).distinct().count()
        == parts.size();
  }

  private static Stream<Optional<StationId>> stations(Condition condition) {
    return switch (condition) {
      case Condition.Beyond beyond -> Stream.of(beyond.station());
      case Condition.Seen seen -> Stream.of(seen.station());
      case Condition.Several several -> several.parts().stream().flatMap(ConditionWords::stations);
      case Condition.Silent silent -> Stream.of(Optional.empty());
      case Condition.Heard heard -> Stream.of(Optional.empty());
    };
  }

  private String limit(Condition.Beyond beyond) {
    Quantity quantity = beyond.quantity();
    String span = VietnameseTime.span(beyond.measure().window());
    return switch (beyond.measure()) {
      case Measure.Newest newest -> amounts(beyond.level(), quantity);
      case Measure.Mean mean -> over(Sentence.MEAN, beyond, span);
      case Measure.Highest highest -> over(Sentence.HIGHEST, beyond, span);
      case Measure.Lowest lowest -> over(Sentence.LOWEST, beyond, span);
      case Measure.Rise rise -> over(Sentence.RISES, beyond, span);
      case Measure.Fall fall -> over(Sentence.FALLS, beyond, span);
      case Measure.Times times ->
          sentences.say(
              Sentence.TIMES,
              Map.of(
                  "times", level(beyond.level(), this::times),
                  "limit", amounts(times.each(), quantity),
                  "span", span));
    };
  }

  private String over(Sentence sentence, Condition.Beyond beyond, String span) {
    return sentences.say(
        sentence, Map.of("limit", amounts(beyond.level(), beyond.quantity()), "span", span));
  }

  String amounts(Level level, Quantity quantity) {
    return level(level, value -> sentences.amount(value, quantity));
  }

  private String level(Level level, DoubleFunction<String> amount) {
    return switch (level) {
      case Level.Above above -> one(Sentence.ABOVE, amount.apply(above.threshold()));
      case Level.Below below -> one(Sentence.BELOW, amount.apply(below.threshold()));
      case Level.AtLeast least -> one(Sentence.AT_LEAST, amount.apply(least.threshold()));
      case Level.AtMost most -> one(Sentence.AT_MOST, amount.apply(most.threshold()));
      case Level.Outside outside ->
          two(Sentence.OUTSIDE, amount.apply(outside.low()), amount.apply(outside.high()));
      case Level.Inside inside ->
          two(Sentence.INSIDE, amount.apply(inside.low()), amount.apply(inside.high()));
    };
  }

  private String one(Sentence sentence, String value) {
    return sentences.say(sentence, "value", value);
  }

  private String two(Sentence sentence, String low, String high) {
    return sentences.say(sentence, Map.of("low", low, "high", high));
  }

  /** The number such a condition finds, with its unit. */
  String value(Condition condition, double value) {
    return switch (condition) {
      case Condition.Beyond beyond when beyond.measure() instanceof Measure.Times -> times(value);
      case Condition.Beyond beyond -> sentences.amount(value, beyond.quantity());
      case Condition.Seen seen -> times(value);
      case Condition.Silent silent -> minutes(value);
      case Condition.Heard heard -> minutes(value);
      case Condition.Several several -> several(several, value);
    };
  }

  /** In the words of each part that it can be of: what is in doubt is which of them it was. */
  private String several(Condition.Several several, double value) {
    List<Condition> parts = several.parts();
    List<Condition> found = parts.stream().filter(part -> finds(part, value)).toList();
    List<String> told =
        (found.isEmpty() ? parts : found)
            .stream().map(part -> value(part, value)).distinct().toList();
    return joined(told, Sentence.EITHER);
  }

  private static boolean finds(Condition condition, double value) {
    return switch (condition) {
      case Condition.Beyond beyond -> beyond.level().holds(value);
      case Condition.Seen seen -> seen.times().holds(value);
      case Condition.Silent silent -> true;
      case Condition.Heard heard -> true;
      case Condition.Several several ->
          several.parts().stream().anyMatch(part -> finds(part, value));
    };
  }

  private String times(double value) {
    return sentences.say(Sentence.OFTEN, "times", VietnameseNumber.of(value));
  }

  private static String minutes(double value) {
    return VietnameseTime.span(Duration.ofMinutes(Math.round(value)));
  }
}
