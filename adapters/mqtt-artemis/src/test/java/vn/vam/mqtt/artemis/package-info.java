/** Tests of the broker with MQTT 5 clients, in this process and in one that is killed. */
@NullMarked
package vn.vam.mqtt.artemis;

import org.jspecify.annotations.NullMarked;
