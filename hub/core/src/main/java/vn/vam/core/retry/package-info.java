/** The one policy for trying again. */
@NullMarked
package vn.vam.core.retry;

import org.jspecify.annotations.NullMarked;
