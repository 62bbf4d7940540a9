package vn.vam.core.operator;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is told of an alert that nobody has taken on.
 *
 * @param after how long it has waited by then; zero for at once
 * @param roles of those who are told
 */
public record CallStep(Duration after, Set<String> roles) {
  public CallStep {
    roles = Set.copyOf(roles);
  }

  /** Such as "chief, duty". */
  public String words() {
    return String.join(", ", new TreeSet<>(roles));
  }
}
