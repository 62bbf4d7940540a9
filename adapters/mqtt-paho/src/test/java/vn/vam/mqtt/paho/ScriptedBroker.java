package vn.vam.mqtt.paho;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Says exactly what a test wants a broker to say, one connection at a time. */
final class ScriptedBroker implements AutoCloseable {
  private static final int CONNECT = 1;
  private static final int PUBACK = 4;
  private static final int SUBSCRIBE = 8;
  private static final int PINGREQ = 12;

  private final ServerSocket server;
  private final int toConnect;
  private final int toSubscribe;
  private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
  private volatile @Nullable Socket hub;

  /**
   * @param toConnect reason code of the answer to CONNECT, -1 for none
   * @param toSubscribe reason code of the answer to SUBSCRIBE
   */
  ScriptedBroker(int toConnect, int toSubscribe) throws IOException {
    this.toConnect = toConnect;
    this.toSubscribe = toSubscribe;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("scripted-broker").start(this::accept);
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + server.getLocalPort());
  }

  /** Packet identifiers of the acknowledgements of the present connection, in order. */
  List<Integer> acknowledged() {
    return acknowledged;
  }

  /** At QoS 1. */
  void publish(int packet, String topic, String text) throws IOException {
    byte[] name = topic.getBytes(StandardCharsets.UTF_8);
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(2 + name.length + 2 + 1 + payload.length);
    body.putShort((short) name.length).put(name).putShort((short) packet).put((byte) 0);
    send(0x32, body.put(payload).array());
  }

  void disconnect(int reason) throws IOException {
    send(0xE0, (byte) reason, (byte) 0);
  }

  void hangUp() throws IOException {
    Socket socket = hub;
    if (socket != null) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        acknowledged.clear();
        hub = socket;
        talk(new DataInputStream(socket.getInputStream()));
      } catch (IOException gone) {
        hub = null;
      }
    }
  }

  private void talk(DataInputStream in) throws IOException {
    while (true) {
      int type = in.readUnsignedByte() >> 4;
      byte[] body = in.readNBytes(length(in));
      answer(type, body);
    }
  }

  private void answer(int type, byte[] body) throws IOException {
    switch (type) {
      case CONNECT -> answerConnect();
      case SUBSCRIBE -> send(0x90, body[0], body[1], (byte) 0, (byte) toSubscribe);
      case PINGREQ -> send(0xD0);
      case PUBACK -> acknowledged.add((int) ByteBuffer.wrap(body).getShort());
      default -> throw new IOException("nothing is known of packet type " + type);
    }
  }

  private void answerConnect() throws IOException {
    if (toConnect >= 0) {
      send(0x20, (byte) 0, (byte) toConnect, (byte) 0);
    }
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    int shift = 0;
    int octet;
    do {
      octet = in.readUnsignedByte();
      length |= (octet & 0x7F) << shift;
      shift += 7;
    } while (octet >= 0x80);
    return length;
  }

  private void send(int header, byte... body) throws IOException {
    Socket socket = hub;
    if (socket == null || body.length >= 0x80) {
      throw new IOException("nobody is connected, or the packet is too long for this broker");
    }
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(header);
    packet.write(body.length);
    packet.writeBytes(body);
    socket.getOutputStream().write(packet.toByteArray());
  }

  @Override
  public void close() throws IOException {
    server.close();
    hangUp();
  }
}
