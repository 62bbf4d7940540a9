/** The people who look after alerts: who they are, when they are called, and what they say. */
@NullMarked
package vn.vam.core.operator;

import org.jspecify.annotations.NullMarked;
