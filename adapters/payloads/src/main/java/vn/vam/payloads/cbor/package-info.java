/** Bytes in the Concise Binary Object Representation, RFC 8949, within limits. */
@NullMarked
package vn.vam.payloads.cbor;

import org.jspecify.annotations.NullMarked;
