/** The reading log: the hub's promise that nothing acknowledged is lost. */
@NullMarked
package vn.vam.core.log;

import org.jspecify.annotations.NullMarked;
