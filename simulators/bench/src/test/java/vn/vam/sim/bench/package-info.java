@NullMarked
package vn.vam.sim.bench;

import org.jspecify.annotations.NullMarked;
