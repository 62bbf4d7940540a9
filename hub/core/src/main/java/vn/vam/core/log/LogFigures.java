package vn.vam.core.log;

import java.time.Instant;
import java.util.Optional;

/**
 * What the log takes.
 *
 * @param bytes on disk, its reserve included
 * @param oldest when the oldest message that is kept arrived
 * @param hasReserve whether room is kept for a disk that fills up
 * @param damaged how many batches, or ends of files, of what is kept were found not to be what was
 *     written, and are left out
 */
public record LogFigures(long bytes, Optional<Instant> oldest, boolean hasReserve, long damaged) {}
