/** Draws charts as PNG, with letters of its own: no font of the system and no screen is needed. */
@NullMarked
package vn.vam.chart;

import org.jspecify.annotations.NullMarked;
