/** What the hub's files on disk have in common. */
@NullMarked
package vn.vam.sqlite;

import org.jspecify.annotations.NullMarked;
