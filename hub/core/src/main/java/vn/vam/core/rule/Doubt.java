package vn.vam.core.rule;

import java.time.Instant;

/**
 * A value that is suspect (quality 3) and newer than any good one: nobody may rely on it until the
 * next good one agrees.
 *
 * @param at device time
 */
public record Doubt(Instant at, double value) {}
