/** How far a value can be trusted, by what came before it. */
@NullMarked
package vn.vam.core.quality;

import org.jspecify.annotations.NullMarked;
