/** Main, commands and wiring: the only place that knows every part. */
@NullMarked
package vn.vam.app;

import org.jspecify.annotations.NullMarked;
