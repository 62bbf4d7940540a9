package vn.vam.core.citizen;

import java.time.Instant;

/**
 * The words someone agreed with.
 *
 * @param at when
 */
public record Consent(String words, Instant at) {}
