package vn.vam.core.operator;

import vn.vam.core.alert.Alert;

/**
 * An alert that is over and that operators were told of.
 *
 * @param steps how many steps of their list
 */
public record Told(Alert alert, int steps) {}
