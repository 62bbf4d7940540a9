package vn.vam.core.operator;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody who looks after alerts. Personal data: prints none of it.
 *
 * @param name as colleagues read it
 * @param citizen the messenger's id of the person, who may then act in the chat
 * @param account the name under which the person is known on the console
 * @param roles by which the person is called
 */
public record Operator(
    String name, Optional<String> citizen, Optional<String> account, Set<String> roles) {
  public Operator {
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "Operator" + roles;
  }
}
