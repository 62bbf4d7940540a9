/**
 * Between the hub and the citizen: what they did becomes an answer, what changed becomes a message.
 * One route, one story.
 */
@NullMarked
package vn.vam.runtime.notify;

import org.jspecify.annotations.NullMarked;
