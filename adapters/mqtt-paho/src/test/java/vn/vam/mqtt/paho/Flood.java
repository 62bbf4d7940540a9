package vn.vam.mqtt.paho;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Publishes at QoS 1 as fast as the broker confirms, with no more client than that takes. */
final class Flood implements AutoCloseable {
  private static final int UNDER_WAY = 1_000;
  private static final byte[] CONNECT = {
    0x10, 14, 0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 0, 0, 0, 1, 'f'
  };

  private final Socket socket;
  private final DataOutputStream out;
  private final DataInputStream in;

  Flood(URI broker) throws IOException {
    socket = new Socket(broker.getHost(), broker.getPort());
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out.write(CONNECT);
    answer();
  }

  /** Returns when all are confirmed; topic and payload together below 120 bytes. */
  void publish(int count, String topic, byte[] payload) throws IOException {
    byte[] name = topic.getBytes(StandardCharsets.UTF_8);
    for (int sent = 0; sent < count; sent++) {
      if (sent >= UNDER_WAY) {
        answer();
      }
      publish(1 + sent % 60_000, name, payload);
    }
    for (int left = Math.min(count, UNDER_WAY); left > 0; left--) {
      answer();
    }
  }

  private void publish(int packet, byte[] name, byte[] payload) throws IOException {
    out.write(0x32);
    out.write(2 + name.length + 2 + 1 + payload.length);
    out.writeShort(name.length);
    out.write(name);
    out.writeShort(packet);
    out.write(0);
    out.write(payload);
  }

  private void answer() throws IOException {
    if (in.available() == 0) {
      out.flush();
    }
    in.readUnsignedByte();
    in.skipNBytes(in.readUnsignedByte());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
