package vn.vam.core.bus;

/**
 * A trip's halt.
 *
 * @param sequence grows along the trip
 * @param departure seconds after noon minus twelve hours of the service day; beyond 86,400 after
 *     midnight
 */
public record StopTime(String stop, int sequence, int departure) {}
