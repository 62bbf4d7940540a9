package vn.vam.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Passes connections on to a server no test may stop, and can be cut like a cable: then nobody
 * listens, and what was open is closed.
 */
public final class Relay implements AutoCloseable {
  private static final int BACKLOG = 50;

  private final URI server;
  private final int port = FreePort.next();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private ServerSocket door;

  /**
   * @param server plain http with a port
   */
  public Relay(URI server) {
    this.server = server;
    this.door = listen();
  }

  /** The server's address, with this relay in its place. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port + server.getPath());
  }

  public void cut() {
    end(door);
    open.forEach(Relay::end);
    open.clear();
  }

  public void mend() {
    door = listen();
  }

  @Override
  public void close() {
    cut();
    threads.shutdownNow();
  }

  private ServerSocket listen() {
    try {
      ServerSocket listening = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
      threads.execute(() -> accept(listening));
      return listening;
    } catch (IOException taken) {
      throw new UncheckedIOException("cannot listen on " + port, taken);
    }
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket here = listening.accept();
        Socket there = new Socket(server.getHost(), server.getPort());
        threads.execute(() -> pass(here, there));
        threads.execute(() -> pass(there, here));
      } catch (IOException cutOrUnreachable) {
        // the other side sees it by itself
      }
    }
  }

  private void pass(Socket from, Socket to) {
    open.add(from);
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // both ends are closed in any case
    } finally {
      open.remove(from);
    }
  }

  private static void end(AutoCloseable connection) {
    try {
      connection.close();
    } catch (Exception alreadyGone) {
      // as wanted
    }
  }
}
