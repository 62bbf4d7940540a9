package vn.vam.sim.fleet;

import java.nio.charset.StandardCharsets;

/** One publication: a topic and a JSON text, or what a fault left of it. */
record Message(Kind kind, String device, String payload) {

  String topic() {
    return "vam/v1/" + kind.topicLevel() + "/" + device;
  }

  byte[] bytes() {
    return payload.getBytes(StandardCharsets.UTF_8);
  }
}
