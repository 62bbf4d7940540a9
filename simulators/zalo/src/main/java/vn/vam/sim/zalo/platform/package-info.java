/**
 * The platform's public side: OAuth v4, sending messages, asking about people, and the rules each
 * call must obey.
 */
@NullMarked
package vn.vam.sim.zalo.platform;

import org.jspecify.annotations.NullMarked;
