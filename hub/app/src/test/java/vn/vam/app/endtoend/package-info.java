/**
 * The whole hub through its real doors: messages come from a foreign MQTT client over a real
 * broker, points lie in a real InfluxDB, citizens chat on the simulated platform.
 */
@NullMarked
package vn.vam.app.endtoend;

import org.jspecify.annotations.NullMarked;
