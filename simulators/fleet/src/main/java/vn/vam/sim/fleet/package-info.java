/**
 * The devices of a river province: salinity probes on a modelled tide, lane counters with a day's
 * shape, cameras with event life cycles. They publish real MQTT 5 in the hub's native form and know
 * nothing else of it. Everything is decided by a seed and a clock.
 */
@NullMarked
package vn.vam.sim.fleet;

import org.jspecify.annotations.NullMarked;
