/**
 * Verticles, Camel routes and the web: they connect the ports of the core, and do no thinking of
 * their own.
 */
@NullMarked
package vn.vam.runtime;

import org.jspecify.annotations.NullMarked;
