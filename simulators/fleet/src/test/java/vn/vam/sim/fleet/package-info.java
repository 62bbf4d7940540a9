/** What the fleet promises, in sentences. */
@NullMarked
package vn.vam.sim.fleet;

import org.jspecify.annotations.NullMarked;
