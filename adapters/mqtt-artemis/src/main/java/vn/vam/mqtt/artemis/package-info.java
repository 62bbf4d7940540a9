/** An MQTT 5 broker inside the hub's process, for a demo and for places without one. */
@NullMarked
package vn.vam.mqtt.artemis;

import org.jspecify.annotations.NullMarked;
