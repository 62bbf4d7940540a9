package vn.vam.runtime.web;

import java.time.Instant;
import java.util.List;

/**
 * What became of a configuration that was changed while the hub runs.
 *
 * @param applied whether its stations and devices are in force
 * @param changes a line for each of them that differs
 * @param mistakes where in the file something is wrong
 * @param restart sections whose changes wait for a restart
 */
public record ConfigChange(
    Instant at,
    boolean applied,
    List<String> changes,
    List<String> mistakes,
    List<String> restart) {
  public ConfigChange {
    changes = List.copyOf(changes);
    mistakes = List.copyOf(mistakes);
    restart = List.copyOf(restart);
  }
}
