package vn.vam.core.ingest;

import java.time.Instant;
import vn.vam.core.station.DeviceId;

/**
 * How far a counter's lane had come.
 *
 * @param at when it was read
 * @param total vehicles
 * @param most the largest total ever told
 * @param fastest the most vehicles a second between two of its totals; 0 where none came yet
 */
public record RunningTotal(
    DeviceId device,
    String lane,
    String direction,
    Instant at,
    double total,
    double most,
    double fastest) {}
