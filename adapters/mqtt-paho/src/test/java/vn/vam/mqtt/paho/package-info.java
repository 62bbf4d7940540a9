/** Tests with a real Mosquitto, a wire that breaks, and a broker that says what it is told to. */
@NullMarked
package vn.vam.mqtt.paho;

import org.jspecify.annotations.NullMarked;
