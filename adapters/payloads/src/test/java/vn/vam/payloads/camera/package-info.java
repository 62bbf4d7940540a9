@NullMarked
package vn.vam.payloads.camera;

import org.jspecify.annotations.NullMarked;
