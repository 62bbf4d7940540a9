@NullMarked
package vn.vam.core.live;

import org.jspecify.annotations.NullMarked;
