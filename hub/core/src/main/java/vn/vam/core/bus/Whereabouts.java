package vn.vam.core.bus;

/**
 * How far a bus is.
 *
 * @param stop at which it stands, or to which it goes
 * @param isThere it stands there
 * @param stopsAway from that stop to the one that is asked for; 0 where they are the same
 */
public record Whereabouts(Stop stop, boolean isThere, int stopsAway) {}
