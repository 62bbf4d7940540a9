/** What the database keeps, and the port every time-series store fulfils. */
@NullMarked
package vn.vam.core.point;

import org.jspecify.annotations.NullMarked;
