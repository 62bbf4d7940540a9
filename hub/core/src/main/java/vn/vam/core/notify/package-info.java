/** Messages to citizens: outbox, audience and the sealed fate of a send. */
@NullMarked
package vn.vam.core.notify;

import org.jspecify.annotations.NullMarked;
