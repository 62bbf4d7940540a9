/** The tide of the lower Tiền river, from harmonic constants, and what it does to salinity. */
@NullMarked
package vn.vam.core.tide;

import org.jspecify.annotations.NullMarked;
