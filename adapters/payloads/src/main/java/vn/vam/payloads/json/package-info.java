/** Bytes to one JSON object, within limits, with errors that say where and never what. */
@NullMarked
package vn.vam.payloads.json;

import org.jspecify.annotations.NullMarked;
