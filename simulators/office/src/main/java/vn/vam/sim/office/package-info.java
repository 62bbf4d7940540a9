/**
 * The one-stop office's dossier system, as a citizen's look-up meets it: dossiers that move through
 * the ten states of the national portal, and an HTTP look-up with the field names in use.
 */
@NullMarked
package vn.vam.sim.office;

import org.jspecify.annotations.NullMarked;
