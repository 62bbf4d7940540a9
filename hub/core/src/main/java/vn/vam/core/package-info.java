/** The words of the domain and pure thinking; nothing here knows a library, a socket or a file. */
@NullMarked
package vn.vam.core;

import org.jspecify.annotations.NullMarked;
