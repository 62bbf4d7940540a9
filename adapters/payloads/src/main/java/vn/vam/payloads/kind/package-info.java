/**
 * From known fields to readings: what a salinity probe, a traffic counter and a camera must say.
 */
@NullMarked
package vn.vam.payloads.kind;

import org.jspecify.annotations.NullMarked;
