package vn.vam.core.point;

import java.time.Instant;
import java.util.Optional;
import vn.vam.core.station.DeviceId;

/**
 * One value of a series.
 *
 * @param time of the sample; the start of the window for a mean
 * @param device absent for a mean, and where the tag holds no id
 * @param quality the point's flag; absent for a mean, and where the point has none
 */
public record Sample(
    Instant time, double value, Optional<DeviceId> device, Optional<Integer> quality) {}
