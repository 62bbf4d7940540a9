/** Keeps plates, faces and names out of the log. */
@NullMarked
package vn.vam.payloads.personal;

import org.jspecify.annotations.NullMarked;
