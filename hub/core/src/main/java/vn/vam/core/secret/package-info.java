/** Values that must never be printed. */
@NullMarked
package vn.vam.core.secret;

import org.jspecify.annotations.NullMarked;
