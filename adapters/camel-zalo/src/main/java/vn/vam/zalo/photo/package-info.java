/** Fetches what citizens photographed, from the messenger's own hosts alone. */
@NullMarked
package vn.vam.zalo.photo;

import org.jspecify.annotations.NullMarked;
