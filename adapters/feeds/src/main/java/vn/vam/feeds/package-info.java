/**
 * Fetches what other services of the province publish: news, bus timetables, places. Keeps the last
 * good copy, and stays well whatever a source does.
 */
@NullMarked
package vn.vam.feeds;

import org.jspecify.annotations.NullMarked;
