/**
 * Devices of Milesight: channels of an id, a type and a value in little endian, one after another.
 */
@NullMarked
package vn.vam.payloads.codec.milesight;

import org.jspecify.annotations.NullMarked;
