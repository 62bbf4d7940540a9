package vn.vam.core.operator;

import java.util.Optional;
import vn.vam.core.alert.Alert;

/**
 * An alert that is over and that operators were told of.
 *
 * @param steps how many steps of their list
 * @param closedBy the operator who ended it, where it was not its rule
 */
public record Told(Alert alert, int steps, Optional<String> closedBy) {}
