/** Limits that citizens set for themselves: rules with an audience of one. */
@NullMarked
package vn.vam.core.limit;

import org.jspecify.annotations.NullMarked;
