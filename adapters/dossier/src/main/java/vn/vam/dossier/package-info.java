/** Asks the one-stop office's software for a dossier, and stays well when the office does not. */
@NullMarked
package vn.vam.dossier;

import org.jspecify.annotations.NullMarked;
