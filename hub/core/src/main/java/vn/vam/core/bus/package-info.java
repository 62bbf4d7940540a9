/** Buses: the timetable, what happens beside it, which ones come next. */
@NullMarked
package vn.vam.core.bus;

import org.jspecify.annotations.NullMarked;
