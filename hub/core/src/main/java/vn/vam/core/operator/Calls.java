package vn.vam.core.operator;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who is to be told now of what nobody has taken on. Pure: the timers are in the state. */
public final class Calls {
  private final Operators operators;

  public Calls(Operators operators) {
    this.operators = operators;
  }

  /** One call for each alert of which a further step has come due. */
  public List<Call> due(Collection<Waiting> waiting, Instant now) {
    return waiting.stream().map(one -> due(one, now)).flatMap(Optional::stream).toList();
  }

  private Optional<Call> due(Waiting waiting, Instant now) {
    int steps =
        (int)
            operators.steps().stream()
                .filter(step -> !waiting.since().plus(step.after()).isAfter(now))
                .count();
    if (steps <= waiting.stepsTold()) {
      return Optional.empty();
    }
    Set<String> roles = roles(waiting.stepsTold(), steps);
    return Optional.of(
        new Call(waiting, steps, String.join(", ", new TreeSet<>(roles)), operators.having(roles)));
  }

  /** Whoever is called first: a suspect value waits for nobody to take it on. */
  public List<Operator> first() {
    return told(1, Optional.empty());
  }

  private Set<String> roles(int from, int to) {
    return operators.steps().subList(from, to).stream()
        .flatMap(step -> step.roles().stream())
        .collect(Collectors.toSet());
  }

  /** Everyone who was told of an alert by its first steps, or has taken it on. */
  public List<Operator> told(int steps, Optional<String> assignee) {
    Set<String> roles = roles(0, Math.min(steps, operators.steps().size()));
    return operators.people().stream()
        .filter(
            one ->
                one.roles().stream().anyMatch(roles::contains)
                    || assignee.filter(one.name()::equals).isPresent())
        .toList();
  }
}
