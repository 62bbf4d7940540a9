package vn.vam.sim.fleet;

import java.nio.charset.StandardCharsets;

/** One publication: a topic and a JSON text, or what a fault left of it. */
record Message(Kind kind, String device, String topic, String payload) {

  /** In the hub's own form. */
  Message(Kind kind, String device, String payload) {
    this(kind, device, "vam/v1/" + kind.topicLevel() + "/" + device, payload);
  }

  Message saying(String other) {
    return new Message(kind, device, topic, other);
  }

  byte[] bytes() {
    return payload.getBytes(StandardCharsets.UTF_8);
  }
}
