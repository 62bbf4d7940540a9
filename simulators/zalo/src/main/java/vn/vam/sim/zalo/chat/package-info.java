/**
 * The people and what they and the official account have said to each other; knows nothing of HTTP.
 */
@NullMarked
package vn.vam.sim.zalo.chat;

import org.jspecify.annotations.NullMarked;
