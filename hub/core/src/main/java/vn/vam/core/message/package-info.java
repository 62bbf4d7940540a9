/** What arrived and what became of it: raw messages, the decoder port and its sealed outcomes. */
@NullMarked
package vn.vam.core.message;

import org.jspecify.annotations.NullMarked;
