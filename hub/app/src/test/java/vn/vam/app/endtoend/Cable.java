package vn.vam.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between the hub and somebody else's server; a test can pull it out. */
final class Cable implements AutoCloseable {
  private final int target;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket plug;
  private final int port;

  private Cable(int target) throws IOException {
    this.target = target;
    this.plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = plug.getLocalPort();
    carry();
  }

  static Cable to(int target) {
    try {
      return new Cable(target);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  int port() {
    return port;
  }

  /** From now on nobody answers, and what was connected is cut. */
  void pullOut() {
    close();
  }

  void plugIn() {
    try {
      ServerSocket again = new ServerSocket();
      again.setReuseAddress(true);
      again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      plug = again;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    carry();
  }

  private void carry() {
    ServerSocket current = plug;
    Thread.startVirtualThread(
        () -> {
          while (!current.isClosed()) {
            accept(current);
          }
        });
  }

  private void accept(ServerSocket current) {
    try {
      Socket near = current.accept();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      ends.add(near);
      ends.add(far);
      Thread.startVirtualThread(() -> copy(near, far));
      Thread.startVirtualThread(() -> copy(far, near));
    } catch (SocketException pulledOut) {
      cut(current);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      cut(from);
    }
    ends.remove(from);
  }

  @Override
  public void close() {
    cut(plug);
    ends.forEach(Cable::cut);
  }

  private static void cut(AutoCloseable end) {
    try {
      end.close();
    } catch (Exception alreadyGone) {
      throw new IllegalStateException(alreadyGone);
    }
  }
}
