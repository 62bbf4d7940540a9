@NullMarked
package vn.vam.app.watch;

import org.jspecify.annotations.NullMarked;
