package vn.vam.mqtt.paho;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy between hub and broker that can be cut, or go dead without a word. */
final class Wire implements AutoCloseable {
  private final ServerSocket server;
  private final int brokerPort;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  Wire(int brokerPort) throws IOException {
    this.brokerPort = brokerPort;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("wire-accept").start(this::accept);
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + server.getLocalPort());
  }

  int connections() {
    return lines.size();
  }

  /** Hangs up on both sides. */
  void cut() {
    lines.forEach(Line::close);
  }

  /** What is connected now stays connected, and nothing passes any more. */
  void freeze() {
    lines.forEach(line -> line.frozen = true);
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        lines.add(new Line(server.accept()));
      }
    } catch (IOException closed) {
      cut();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }

  /** One connection; hangs up at once where the broker is not there. */
  private final class Line {
    private final Socket hub;
    private final Socket broker = new Socket();
    private volatile boolean frozen;

    Line(Socket hub) {
      this.hub = hub;
      Thread.ofPlatform().daemon().name("wire-out").start(this::run);
    }

    private void run() {
      try {
        broker.connect(new InetSocketAddress("127.0.0.1", brokerPort), 1_000);
        Thread.ofPlatform().daemon().name("wire-in").start(() -> pass(broker, hub));
        pass(hub, broker);
      } catch (IOException nobody) {
        close();
      }
    }

    private void pass(Socket from, Socket to) {
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[8_192];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          if (!frozen) {
            out.write(bytes, 0, read);
          }
        }
        hangUp();
      } catch (IOException gone) {
        hangUp();
      }
    }

    private void hangUp() {
      if (!frozen) {
        close();
      }
    }

    void close() {
      try (hub;
          broker) {
        frozen = false;
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
