/** Dossiers of the one-stop office: the code's grammar, the ten states, the look-up port. */
@NullMarked
package vn.vam.core.dossier;

import org.jspecify.annotations.NullMarked;
