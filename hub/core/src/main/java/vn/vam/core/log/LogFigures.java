package vn.vam.core.log;

import java.time.Instant;
import java.util.Optional;

/**
 * What the log takes.
 *
 * @param bytes on disk, its reserve included
 * @param oldest when the oldest message that is kept arrived
 * @param hasReserve whether room is kept for a disk that fills up
 */
public record LogFigures(long bytes, Optional<Instant> oldest, boolean hasReserve) {}
