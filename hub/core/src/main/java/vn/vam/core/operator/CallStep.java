package vn.vam.core.operator;

import java.time.Duration;
import java.util.Set;

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
}
