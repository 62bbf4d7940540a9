package vn.vam.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.vam.testing.FreePort;

/**
 * The line between the hub and somebody else's server; a test can pull it out, cut it, slow it
 * down, or let it go silent without a word to either end.
 */
public final class Cable implements AutoCloseable {
  private static final int AT_FULL_SPEED = Integer.MAX_VALUE;

  private final int target;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket plug;
  private volatile int bytesPerSecond = AT_FULL_SPEED;
  private volatile Thread carrier;
  private final int port;

  private Cable(int target) throws IOException {
    this.target = target;
    this.port = FreePort.next();
    this.plug = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.carrier = carry();
  }

  public static Cable to(int target) {
    try {
      return new Cable(target);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  public int port() {
    return port;
  }

  /** From now on nobody answers, and what was connected is cut. */
  public void pullOut() {
    close();
  }

  public void plugIn() {
    try {
      ServerSocket again = new ServerSocket();
      again.setReuseAddress(true);
      again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      plug = again;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    carrier = carry();
  }

  /** Cuts what is connected; whoever connects anew gets through. */
  void cut() {
    wires.forEach(Wire::close);
  }

  /**
   * What is connected stays connected and carries nothing any more, as when a machine on the way
   * loses its power: half-open. Whoever connects anew gets through.
   */
  void goSilent() {
    wires.forEach(Wire::goSilent);
  }

  /** Each direction of each connection. */
  void slowTo(int bytesEachSecond) {
    bytesPerSecond = bytesEachSecond;
  }

  void atFullSpeed() {
    bytesPerSecond = AT_FULL_SPEED;
  }

  private Thread carry() {
    ServerSocket current = plug;
    return Thread.startVirtualThread(
        () -> {
          while (!current.isClosed()) {
            accept(current);
          }
        });
  }

  private void accept(ServerSocket current) {
    try {
      Socket near = current.accept();
      Thread.startVirtualThread(() -> connect(near));
    } catch (IOException pulledOut) {
      Wire.end(current);
    }
  }

  /** Where the server itself is away, the caller is turned away as well. */
  private void connect(Socket near) {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      Wire wire = new Wire(near, far, () -> bytesPerSecond, wires::remove);
      wires.add(wire);
      wire.carry();
    } catch (IOException nobody) {
      Wire.end(near);
    }
  }

  /** Returns when its port is free: it is not as long as somebody waits there for a caller. */
  @Override
  public void close() {
    Wire.end(plug);
    cut();
    try {
      carrier.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
