/**
 * Vietnamese text as people type it and as they read it: match keys that forgive missing marks,
 * numbers and times as the province writes them, and texts kept in resource files.
 */
@NullMarked
package vn.vam.core.text;

import org.jspecify.annotations.NullMarked;
