/** Sluices that keep the salt out of the fields, and whether they are open. */
@NullMarked
package vn.vam.core.sluice;

import org.jspecify.annotations.NullMarked;
