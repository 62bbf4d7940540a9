package vn.vam.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The line between the hub and a server, to be troubled; it may read along. */
final class Line implements AutoCloseable {
  private final int target;
  private final Supplier<ReadAlong> readers;
  private final ServerSocket plug;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private volatile int bytesPerSecond = Integer.MAX_VALUE;

  private Line(int target, Supplier<ReadAlong> readers) throws IOException {
    this.target = target;
    this.readers = readers;
    this.plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  static Line to(int target) {
    return to(target, ReadAlong::nothing);
  }

  /**
   * @param readers one for each connection
   */
  static Line to(int target, Supplier<ReadAlong> readers) {
    try {
      return new Line(target, readers);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  int port() {
    return plug.getLocalPort();
  }

  void cut() {
    wires.forEach(Wire::close);
  }

  /** What is connected stays so and carries nothing any more. */
  void goSilent() {
    wires.forEach(Wire::goSilent);
  }

  void slowTo(int bytesEachSecond) {
    bytesPerSecond = bytesEachSecond;
  }

  void atFullSpeed() {
    bytesPerSecond = Integer.MAX_VALUE;
  }

  private void accept() {
    while (!plug.isClosed()) {
      try {
        Socket near = plug.accept();
        Thread.startVirtualThread(() -> connect(near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      Wire wire = new Wire(near, far, () -> bytesPerSecond, readers.get(), wires::remove);
      wires.add(wire);
      wire.carry();
    } catch (IOException nobody) {
      Wire.end(near);
    }
  }

  @Override
  public void close() {
    Wire.end(plug);
    cut();
  }
}
