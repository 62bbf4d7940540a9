/** Where things stand: stations, their devices, and the ids that outsiders hold on to. */
@NullMarked
package vn.vam.core.station;

import org.jspecify.annotations.NullMarked;
