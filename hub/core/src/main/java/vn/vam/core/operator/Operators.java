package vn.vam.core.operator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.text.MatchKey;

/**
 * Everyone who looks after alerts.
 *
 * @param steps who is told when, in order of time
 * @param storm when one message stands for many
 * @param troubleFor how long something must be wrong with the hub itself before they are told
 * @param lag how far behind a reader of the log may be before that is wrong
 */
public record Operators(
    List<Operator> people,
    List<CallStep> steps,
    Optional<Storm> storm,
    Duration troubleFor,
    Duration lag) {
  public static final Operators NONE = new Operators(List.of(), List.of());

  public Operators {
    people = List.copyOf(people);
    steps = List.copyOf(steps);
  }

  /** Those who get a message for each alert, however many there are. */
  public Operators(List<Operator> people, List<CallStep> steps) {
    this(people, steps, Optional.empty(), Duration.ofMinutes(1), Duration.ofMinutes(1));
  }

  /** Who writes in the chat under this id, if that is an operator. */
  public Optional<Operator> inChat(String citizen) {
    return people.stream()
        .filter(one -> one.citizen().filter(citizen::equals).isPresent())
        .findFirst();
  }

  /** Who is meant by an account, or by a name with or without its marks. */
  public Optional<Operator> named(String said) {
    MatchKey key = MatchKey.of(said);
    return people.stream()
        .filter(one -> one.account().filter(said.strip()::equals).isPresent())
        .findFirst()
        .or(() -> people.stream().filter(one -> MatchKey.of(one.name()).equals(key)).findFirst());
  }

  public List<Operator> having(Set<String> roles) {
    return people.stream().filter(one -> one.roles().stream().anyMatch(roles::contains)).toList();
  }

  public List<String> names() {
    return people.stream().map(Operator::name).toList();
  }
}
