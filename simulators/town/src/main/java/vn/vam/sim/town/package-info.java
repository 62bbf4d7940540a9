/**
 * The province's other services on loopback: a news desk, buses, lists of places, schools and
 * sluices.
 */
@NullMarked
package vn.vam.sim.town;

import org.jspecify.annotations.NullMarked;
