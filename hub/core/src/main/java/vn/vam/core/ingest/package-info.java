/**
 * What happens to an accepted message between decoding and the log: it is held to its device's
 * limits, completed with what follows from it, and judged.
 */
@NullMarked
package vn.vam.core.ingest;

import org.jspecify.annotations.NullMarked;
