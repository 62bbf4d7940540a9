/** Pictures of the water's past: what one shows, and the port that draws it. */
@NullMarked
package vn.vam.core.chart;

import org.jspecify.annotations.NullMarked;
