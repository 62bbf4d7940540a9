package vn.vam.core.operator;

import java.time.Instant;
import vn.vam.core.alert.Alert;

/**
 * An alert that nobody has taken on.
 *
 * @param since when it began to wait, by the hub's clock
 * @param stepsTold how many steps of the operators' list were told of it since
 */
public record Waiting(Alert alert, Instant since, int stepsTold) {}
