/** The one YAML file: read whole, all mistakes told at once, before anything connects. */
@NullMarked
package vn.vam.app.config;

import org.jspecify.annotations.NullMarked;
