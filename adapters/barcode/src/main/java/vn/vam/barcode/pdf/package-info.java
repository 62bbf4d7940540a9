/** Turns the pages of a PDF into pictures, in a process that may fail without harm. */
@NullMarked
package vn.vam.barcode.pdf;

import org.jspecify.annotations.NullMarked;
