/** Broker, store, hub and simulators in one go. */
@NullMarked
package vn.vam.app.demo;

import org.jspecify.annotations.NullMarked;
