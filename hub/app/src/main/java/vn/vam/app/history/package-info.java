/** What was measured before: read from files, run through the same rules as the live hub. */
@NullMarked
package vn.vam.app.history;

import org.jspecify.annotations.NullMarked;
