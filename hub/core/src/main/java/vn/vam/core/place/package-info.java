/** Places people look for: sights and schools, where they are, when they are open. */
@NullMarked
package vn.vam.core.place;

import org.jspecify.annotations.NullMarked;
