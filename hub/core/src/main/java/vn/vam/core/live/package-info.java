/**
 * What is known right now, in memory: latest values, their trend, and what was rejected lately.
 * Rebuilt from the log at start.
 */
@NullMarked
package vn.vam.core.live;

import org.jspecify.annotations.NullMarked;
