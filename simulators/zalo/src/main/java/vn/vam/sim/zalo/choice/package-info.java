/** What is not certain of the platform, and how it is taken here for now. */
@NullMarked
package vn.vam.sim.zalo.choice;

import org.jspecify.annotations.NullMarked;
