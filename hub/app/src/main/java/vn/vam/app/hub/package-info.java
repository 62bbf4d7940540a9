/** The hub put together from its parts. */
@NullMarked
package vn.vam.app.hub;

import org.jspecify.annotations.NullMarked;
