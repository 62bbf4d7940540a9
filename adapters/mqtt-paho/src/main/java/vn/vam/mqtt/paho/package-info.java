/**
 * Receives from any MQTT 5 broker through Eclipse Paho: manual acknowledgements, fenced
 * connections, own reconnect.
 */
@NullMarked
package vn.vam.mqtt.paho;

import org.jspecify.annotations.NullMarked;
