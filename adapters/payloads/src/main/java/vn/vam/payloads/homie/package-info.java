/**
 * What devices of the Homie convention say of themselves, and which of their values it tells of.
 */
@NullMarked
package vn.vam.payloads.homie;

import org.jspecify.annotations.NullMarked;
