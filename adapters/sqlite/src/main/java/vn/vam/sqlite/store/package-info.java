/**
 * The embedded time-series store: one SQLite file with InfluxDB's semantics, for the demo and for
 * places too small for a database server. Points of the same series and time merge, the last
 * written field wins, a field keeps its first type.
 */
@NullMarked
package vn.vam.sqlite.store;

import org.jspecify.annotations.NullMarked;
