/** What the HTTP door promises, asked over real HTTP with everything behind it faked. */
@NullMarked
package vn.vam.runtime.web;

import org.jspecify.annotations.NullMarked;
