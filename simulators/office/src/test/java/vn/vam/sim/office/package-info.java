/** What the office promises, in sentences. */
@NullMarked
package vn.vam.sim.office;

import org.jspecify.annotations.NullMarked;
