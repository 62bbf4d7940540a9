/** Rules and the engine that decides when an alert is true. Pure: time comes in as a parameter. */
@NullMarked
package vn.vam.core.rule;

import org.jspecify.annotations.NullMarked;
