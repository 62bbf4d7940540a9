/** The hub's watchman, a process of its own: looks whether the hub is there, and tells people. */
@NullMarked
package vn.vam.app.watch;

import org.jspecify.annotations.NullMarked;
