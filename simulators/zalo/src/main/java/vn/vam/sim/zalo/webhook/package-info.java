/** Events on their way to the app: how they are worded, signed, kept in order, and tried again. */
@NullMarked
package vn.vam.sim.zalo.webhook;

import org.jspecify.annotations.NullMarked;
