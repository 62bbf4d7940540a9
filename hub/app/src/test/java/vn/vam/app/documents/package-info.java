/** Keeps the documents true: what they show exists, loads, and does what they say. */
@NullMarked
package vn.vam.app.documents;

import org.jspecify.annotations.NullMarked;
