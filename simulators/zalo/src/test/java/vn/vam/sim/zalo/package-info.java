/** The simulator seen from outside, through HTTP alone. */
@NullMarked
package vn.vam.sim.zalo;

import org.jspecify.annotations.NullMarked;
