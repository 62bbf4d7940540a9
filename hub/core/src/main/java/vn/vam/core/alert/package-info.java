/** An alert's life, and the desk that keeps it. */
@NullMarked
package vn.vam.core.alert;

import org.jspecify.annotations.NullMarked;
