package vn.vam.runtime.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.alert.Shelved;
import vn.vam.core.operator.Operator;
import vn.vam.core.operator.Operators;
import vn.vam.core.rule.Rule;

/** Reads what an operator sends to do something with an alert. */
final class ActionBody {
  /** Who did something, where nobody said so. */
  static final String NOBODY_NAMED = "console";

  private static final int LONGEST_NAME = 64;
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  /** What the body says. */
  sealed interface Read {
    /**
     * @param operator the name that is kept with it
     */
    record Understood(String operator, OperatorAction action) implements Read {}

    /**
     * @param expected for people
     */
    record Wrong(String expected) implements Read {}
  }

  private final Operators operators;
  private final Instant now;

  ActionBody(Operators operators, Instant now) {
    this.operators = operators;
    this.now = now;
  }

  Read acknowledge(Buffer body) {
    return read(
        body,
        json -> Optional.of(new OperatorAction.Acknowledge()),
        "The body may be empty, or {\"operator\":\"…\"} with 1 to 64 characters.");
  }

  Read assign(Buffer body) {
    String known =
        operators.people().isEmpty() ? "" : "; known are " + String.join(", ", operators.names());
    return read(
        body,
        json -> name(json.getValue("to")).flatMap(this::known).map(OperatorAction.Assign::new),
        "Expected {\"to\":\"…\",\"operator\":\"…\"}, an operator's name or account each"
            + known
            + ".");
  }

  Read snooze(Buffer body) {
    return lasting(body, OperatorAction.Snooze::new);
  }

  Read shelve(Buffer body) {
    return lasting(body, OperatorAction.Shelve::new);
  }

  private Read lasting(Buffer body, Function<Instant, OperatorAction> action) {
    return read(
        body,
        json -> until(json).map(action),
        "Expected {\"for\":\"2h\",\"operator\":\"…\"}, a time span from 1m to 7d.");
  }

  private Optional<Instant> until(JsonObject json) {
    return (json.getValue("for") instanceof String span
            ? Times.span(span)
            : Optional.<Duration>empty())
        .filter(span -> span.compareTo(SHORTEST) >= 0 && span.compareTo(LONGEST) <= 0)
        .map(now::plus);
  }

  /** Of a rule at a station it watches, raised or not. */
  Optional<Shelved> shelf(Buffer body, List<Rule> rules) {
    return json(body)
        .flatMap(
            json ->
                operator(json)
                    .flatMap(who -> until(json).flatMap(until -> shelf(json, rules, until, who))));
  }

  private static Optional<Shelved> shelf(
      JsonObject json, List<Rule> rules, Instant until, String who) {
    return rules.stream()
        .filter(rule -> rule.id().value().equals(json.getValue("rule")))
        .flatMap(
            rule ->
                rule.places().stream()
                    .filter(place -> place.value().equals(json.getValue("station")))
                    .map(place -> new Shelved(rule.id(), place, until, who)))
        .findFirst();
  }

  Read close(Buffer body) {
    return read(
        body,
        json -> reason(json.getValue("reason", "")).map(OperatorAction.Close::new),
        "The body may be empty, or {\"reason\":\"…\",\"operator\":\"…\"}, a reason of up to %d characters."
            .formatted(OperatorAction.LONGEST_COMMENT));
  }

  private static Optional<String> reason(Object value) {
    return "".equals(value) ? Optional.of("") : text(value, OperatorAction.LONGEST_COMMENT);
  }

  Read comment(Buffer body) {
    return read(
        body,
        json ->
            text(json.getValue("text"), OperatorAction.LONGEST_COMMENT)
                .map(OperatorAction.Comment::new),
        "Expected {\"text\":\"…\",\"operator\":\"…\"}, a text of 1 to %d characters."
            .formatted(OperatorAction.LONGEST_COMMENT));
  }

  private Read read(
      Buffer body,
      Function<JsonObject, Optional<? extends OperatorAction>> action,
      String expected) {
    return json(body)
        .flatMap(
            json ->
                operator(json)
                    .flatMap(
                        who ->
                            action.apply(json).<Read>map(what -> new Read.Understood(who, what))))
        .orElseGet(() -> new Read.Wrong(expected));
  }

  private static Optional<JsonObject> json(Buffer body) {
    try {
      return Optional.of(body.length() == 0 ? new JsonObject() : new JsonObject(body));
    } catch (DecodeException notJson) {
      return Optional.empty();
    }
  }

  private Optional<String> operator(JsonObject json) {
    return name(json.getValue("operator", NOBODY_NAMED))
        .map(said -> operators.named(said).map(Operator::name).orElse(said));
  }

  /** Where operators are configured, an alert goes to one of them. */
  private Optional<String> known(String said) {
    return operators.people().isEmpty()
        ? Optional.of(said)
        : operators.named(said).map(Operator::name);
  }

  private static Optional<String> name(Object value) {
    return text(value, LONGEST_NAME);
  }

  private static Optional<String> text(Object value, int longest) {
    return value instanceof String text
        ? Optional.of(Normalizer.normalize(text.strip(), Normalizer.Form.NFC))
            .filter(said -> !said.isEmpty() && said.length() <= longest)
            .filter(said -> said.chars().noneMatch(Character::isISOControl))
        : Optional.empty();
  }
}
