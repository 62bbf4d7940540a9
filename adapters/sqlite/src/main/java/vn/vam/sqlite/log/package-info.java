/**
 * The reading log on disk: SQLite segments that are appended to, read from anywhere, and dropped
 * whole.
 */
@NullMarked
package vn.vam.sqlite.log;

import org.jspecify.annotations.NullMarked;
