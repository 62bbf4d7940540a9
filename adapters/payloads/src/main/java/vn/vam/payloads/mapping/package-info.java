/** What a source tells of the shape of its messages: where in them our fields stand. */
@NullMarked
package vn.vam.payloads.mapping;

import org.jspecify.annotations.NullMarked;
