package vn.vam.core.rule;

import java.time.Duration;

/**
 * A step of a rule's ladder: once its condition has held for its time, the alert is this severe. An
 * alert keeps the highest severity it reached until it is cleared.
 *
 * @param holdFor how long the condition must hold; zero for at once
 */
public record Rung(Severity severity, Condition raise, Duration holdFor) {}
