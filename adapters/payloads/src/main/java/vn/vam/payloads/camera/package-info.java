/** What the words of camera gateways mean to us, and what of a plate may be shown. */
@NullMarked
package vn.vam.payloads.camera;

import org.jspecify.annotations.NullMarked;
