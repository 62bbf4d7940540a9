/**
 * The languages field devices speak: formats by name, and a report of what the hub makes of a
 * message. Start at {@link vn.vam.payloads.Formats}; a new format is one class named there.
 */
@NullMarked
package vn.vam.payloads;

import org.jspecify.annotations.NullMarked;
