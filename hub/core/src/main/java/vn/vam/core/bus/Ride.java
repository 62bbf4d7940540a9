package vn.vam.core.bus;

import java.time.Instant;

/**
 * A bus to where someone wants to go.
 *
 * @param arrives when it should leave the stop where they get off, which is as near as a timetable
 *     tells
 */
public record Ride(Departure departure, Instant arrives) {}
