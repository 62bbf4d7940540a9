package vn.vam.app.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vam.core.operator.CallStep;
import vn.vam.core.operator.Operator;
import vn.vam.core.operator.Operators;
import vn.vam.core.operator.Storm;
import vn.vam.core.text.MatchKey;

/** Reads {@code operators}. */
final class OperatorsSection {
  private static final Pattern USER_ID = Pattern.compile("[!-~]{1,128}");
  private static final String PEOPLE =
      "people: [ { name: Trực ban, zalo: '2512523625412515', account: truc-ban, roles: [duty] } ]";
  private static final String STEPS = "escalate: [ { to: [duty] }, { after: 10m, to: [chief] } ]";
  private static final int MOST_STEPS = 10;
  private static final Duration LONGEST_WAIT = Duration.ofDays(7);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int MOST_PEOPLE = 200;
  private static final int LONGEST_NAME = 64;

  private OperatorsSection() {}

  static Operators read(ConfigNode operators) {
    operators.only("people", "escalate", "storm", "trouble_for", "lag");
    List<Operator> people = people(operators.at("people"));
    return new Operators(
        people,
        steps(operators.at("escalate"), people),
        Optional.of(storm(operators.at("storm"))),
        aMinuteUnlessSet(operators, "trouble_for"),
        aMinuteUnlessSet(operators, "lag"));
  }

  private static Duration aMinuteUnlessSet(ConfigNode operators, String key) {
    return operators
        .at(key)
        .duration(Duration.ofMinutes(1), Duration.ofSeconds(1), A_DAY, key + ": 1m");
  }

  private static Storm storm(ConfigNode node) {
    node.only("alerts", "within", "every");
    return new Storm(
        node.at("alerts").integer(2, 1_000, 5, "alerts: 5"),
        node.at("within")
            .duration(Duration.ofMinutes(10), Duration.ofSeconds(1), A_DAY, "within: 10m"),
        node.at("every")
            .duration(Duration.ofMinutes(5), Duration.ofSeconds(1), A_DAY, "every: 5m"));
  }

  private static List<CallStep> steps(ConfigNode node, List<Operator> people) {
    List<ConfigNode> items = node.items(STEPS);
    if (items.size() > MOST_STEPS) {
      node.complain("expected at most " + MOST_STEPS + " steps", STEPS);
    }
    List<CallStep> steps = new ArrayList<>();
    for (ConfigNode item : items) {
      CallStep step = step(item, people);
      if (!steps.isEmpty() && step.after().compareTo(steps.getLast().after()) <= 0) {
        item.at("after").complain("expected a longer time than that of the step before", STEPS);
      }
      steps.add(step);
    }
    return steps;
  }

  private static CallStep step(ConfigNode item, List<Operator> people) {
    item.only("after", "to");
    List<ConfigNode> roles = item.at("to").items(STEPS);
    if (roles.isEmpty()) {
      item.at("to").complain("expected at least one role", STEPS);
    }
    Set<String> known =
        people.stream().flatMap(one -> one.roles().stream()).collect(Collectors.toSet());
    for (ConfigNode role : roles) {
      String id = role.id(STEPS);
      if (!known.contains(id)) {
        role.complain(
            "expected a role that somebody has: " + String.join(", ", new TreeSet<>(known)), STEPS);
      }
    }
    return new CallStep(
        item.at("after").duration(Duration.ZERO, Duration.ZERO, LONGEST_WAIT, "after: 10m"),
        roles.stream().map(role -> role.id(STEPS)).collect(Collectors.toSet()));
  }

  private static List<Operator> people(ConfigNode node) {
    List<ConfigNode> items = node.items(PEOPLE);
    if (items.isEmpty() || items.size() > MOST_PEOPLE) {
      node.complain("expected 1 to " + MOST_PEOPLE + " people", PEOPLE);
    }
    List<Operator> people = new ArrayList<>();
    items.forEach(item -> people.add(person(item)));
    eachOnce(items, people, "name", one -> Optional.of(MatchKey.of(one.name()).value()));
    eachOnce(items, people, "zalo", Operator::citizen);
    eachOnce(items, people, "account", Operator::account);
    return people;
  }

  private static Operator person(ConfigNode item) {
    item.only("name", "zalo", "account", "roles");
    return new Operator(
        name(item.at("name")), zalo(item.at("zalo")), account(item.at("account")), roles(item));
  }

  private static String name(ConfigNode node) {
    String name = node.name("name: Trực ban");
    if (name.length() > LONGEST_NAME || MatchKey.of(name).value().isEmpty()) {
      node.complain(
          "expected a name of 1 to " + LONGEST_NAME + " characters, with a letter",
          "name: Trực ban");
    }
    return name.strip();
  }

  private static Optional<String> zalo(ConfigNode node) {
    String example = "zalo: '2512523625412515'";
    Optional<String> id = node.optionalText(example);
    if (id.filter(said -> !USER_ID.matcher(said).matches()).isPresent()) {
      node.complain("expected a user id of 1 to 128 printable characters", example);
    }
    return id;
  }

  private static Optional<String> account(ConfigNode node) {
    return node.isPresent() ? Optional.of(node.id("account: truc-ban")) : Optional.empty();
  }

  private static Set<String> roles(ConfigNode item) {
    String example = "roles: [duty]";
    List<ConfigNode> roles = item.at("roles").items(example);
    if (roles.isEmpty()) {
      item.at("roles").complain("expected at least one role", example);
    }
    return roles.stream().map(role -> role.id(example)).collect(Collectors.toSet());
  }

  private static void eachOnce(
      List<ConfigNode> items,
      List<Operator> people,
      String key,
      Function<Operator, Optional<String>> of) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Optional<String> value = of.apply(people.get(i));
      if (value.isPresent() && items.get(i).at(key).isPresent() && !seen.add(value.get())) {
        items.get(i).at(key).complain("expected one that no other operator has", key + ": …");
      }
    }
  }
}
