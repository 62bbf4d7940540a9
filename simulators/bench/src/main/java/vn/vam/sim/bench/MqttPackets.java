package vn.vam.sim.bench;

import java.io.ByteArrayOutputStream;

/** Cuts one direction of an MQTT connection into packets. */
final class MqttPackets {
  private static final int MORE = 0x80;
  private static final int SEVEN_BITS = 0x7f;

  /** Hears of each packet: the byte of its type and flags, and all behind its length. */
  interface Listener {
    void packet(int header, byte[] body);
  }

  private final Listener listener;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int header = -1;
  private int length;
  private int shift;
  private boolean lengthKnown;

  MqttPackets(Listener listener) {
    this.listener = listener;
  }

  void take(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      take(bytes[i]);
    }
  }

  private void take(byte next) {
    if (header < 0) {
      header = next & 0xff;
    } else if (!lengthKnown) {
      length |= (next & SEVEN_BITS) << shift;
      shift += 7;
      lengthKnown = (next & MORE) == 0;
    } else {
      body.write(next);
    }
    if (lengthKnown && body.size() == length) {
      listener.packet(header, body.toByteArray());
      begin();
    }
  }

  private void begin() {
    body.reset();
    header = -1;
    length = 0;
    shift = 0;
    lengthKnown = false;
  }

  static int twoBytes(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
