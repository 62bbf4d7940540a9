package vn.vam.core.rule;

import java.time.Duration;

/**
 * When an alert flaps: raised so often within a time, it is cleared only once it has been safe for
 * that whole time.
 *
 * @param raises at least 2
 */
public record Damping(int raises, Duration within) {
  public Damping {
    if (raises < 2) {
      throw new IllegalArgumentException("an alert that flaps is raised twice at least");
    }
  }
}
