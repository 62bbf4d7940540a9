/** Reads the QR on photos that people send, however they were taken, and makes QR for printing. */
@NullMarked
package vn.vam.barcode;

import org.jspecify.annotations.NullMarked;
