/** Decoding as a chain of steps, each of which goes on or ends with an outcome. */
@NullMarked
package vn.vam.payloads.step;

import org.jspecify.annotations.NullMarked;
