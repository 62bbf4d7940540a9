/**
 * Load from outside: real brokers and databases, the hub and others as processes beside each other,
 * measured alike. Messages are encoded here, so that a mistake of the hub's cannot hide behind the
 * same mistake.
 */
@NullMarked
package vn.vam.sim.bench;

import org.jspecify.annotations.NullMarked;
