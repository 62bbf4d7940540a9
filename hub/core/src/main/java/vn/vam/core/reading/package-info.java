/**
 * What a message says, understood: quantities with units and limits, and a quality for each
 * reading.
 */
@NullMarked
package vn.vam.core.reading;

import org.jspecify.annotations.NullMarked;
