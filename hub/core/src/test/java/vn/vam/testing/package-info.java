/**
 * What several modules test with: the contract suites of the ports, and real servers as child
 * processes on loopback.
 */
@NullMarked
package vn.vam.testing;

import org.jspecify.annotations.NullMarked;
