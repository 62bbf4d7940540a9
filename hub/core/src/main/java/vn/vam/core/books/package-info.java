/** Double-entry book-keeping over messages: nothing vanishes, the books balance. */
@NullMarked
package vn.vam.core.books;

import org.jspecify.annotations.NullMarked;
