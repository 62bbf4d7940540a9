/** What is said to people of a message that was taken, but not as it was sent. */
@NullMarked
package vn.vam.payloads.note;

import org.jspecify.annotations.NullMarked;
