/**
 * Fields as devices name and write them: one table of names, numbers in their many spellings,
 * clocks that may be wrong.
 */
@NullMarked
package vn.vam.payloads.field;

import org.jspecify.annotations.NullMarked;
