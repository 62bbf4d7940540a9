/** From conductivity to salinity. */
@NullMarked
package vn.vam.core.salinity;

import org.jspecify.annotations.NullMarked;
