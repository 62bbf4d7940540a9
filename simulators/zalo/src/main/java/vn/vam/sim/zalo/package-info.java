/**
 * A Zalo Official Account platform on the loopback interface: the platform's own paths, its signed
 * webhooks, and a phone page on which a person chats as a citizen. One Vert.x event loop owns all
 * state, so nothing here is locked.
 */
@NullMarked
package vn.vam.sim.zalo;

import org.jspecify.annotations.NullMarked;
