package vn.vam.core.bus;

/**
 * A bus on its way.
 *
 * @param headsign where it goes; may be empty
 */
public record Underway(String headsign, Whereabouts bus) {}
