/** Formats tried on messages as devices send them, whole, broken and random. */
@NullMarked
package vn.vam.payloads;

import org.jspecify.annotations.NullMarked;
