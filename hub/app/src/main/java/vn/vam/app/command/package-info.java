/** What can be typed after {@code vam}. */
@NullMarked
package vn.vam.app.command;

import org.jspecify.annotations.NullMarked;
