/**
 * What people and tests may do beside the platform: act as a citizen, cause faults, look inside,
 * watch live.
 */
@NullMarked
package vn.vam.sim.zalo.control;

import org.jspecify.annotations.NullMarked;
