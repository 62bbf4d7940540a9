/** What other services of the province tell: how the conversation sees them, whoever brings it. */
@NullMarked
package vn.vam.core.feed;

import org.jspecify.annotations.NullMarked;
