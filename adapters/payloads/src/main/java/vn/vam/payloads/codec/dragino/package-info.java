/** Devices of Dragino; their layouts are those of the maker's published decoders. */
@NullMarked
package vn.vam.payloads.codec.dragino;

import org.jspecify.annotations.NullMarked;
