/**
 * Sensor Measurement Lists, RFC 8428: packs of records resolved against their base values and the
 * time of their arrival.
 */
@NullMarked
package vn.vam.payloads.senml;

import org.jspecify.annotations.NullMarked;
