/** Trouble on order: what shall go wrong, how often, and for whom. */
@NullMarked
package vn.vam.sim.zalo.fault;

import org.jspecify.annotations.NullMarked;
