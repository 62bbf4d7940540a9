package vn.vam.core.live;

import java.time.Instant;
import vn.vam.core.reading.Quality;

/** The newest value by device time. */
public record Latest(double value, Instant time, Quality quality) {}
