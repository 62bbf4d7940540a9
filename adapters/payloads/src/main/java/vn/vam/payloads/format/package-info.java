/** One class for each language devices speak, and the context all of them decode in. */
@NullMarked
package vn.vam.payloads.format;

import org.jspecify.annotations.NullMarked;
