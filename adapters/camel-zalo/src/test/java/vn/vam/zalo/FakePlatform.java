package vn.vam.zalo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A platform on raw sockets: counts every request that arrives and answers, stays silent or hangs
 * up as told.
 */
final class FakePlatform implements AutoCloseable {
  /** What arrived, header names in lower case. */
  record Request(String method, String target, Map<String, String> headers, String body) {}

  /** What goes back; {@code bytes} raw, then perhaps the connection is closed. */
  record Reply(byte[] bytes, boolean hangUp, boolean silent) {
    static Reply json(String body) {
      return http(200, "application/json", body, "");
    }

    static Reply http(int status, String type, String body, String moreHeaders) {
      byte[] content = body.getBytes(StandardCharsets.UTF_8);
      String head =
          "HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
              .formatted(status, type, content.length, moreHeaders);
      return raw(head + body);
    }

    static Reply raw(String text) {
      return new Reply(text.getBytes(StandardCharsets.UTF_8), false, false);
    }

    static Reply cut() {
      return new Reply(new byte[0], true, false);
    }

    static Reply silence() {
      return new Reply(new byte[0], false, true);
    }

    Reply thenHangUp() {
      return new Reply(bytes, true, silent);
    }
  }

  private final ServerSocket server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();

  FakePlatform() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    Thread.ofVirtual().start(this::accept);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Answers to requests under a path, in order; a request beyond them is cut. */
  FakePlatform on(String path, Reply... inOrder) {
    replies.computeIfAbsent(path, any -> new ConcurrentLinkedQueue<>()).addAll(List.of(inOrder));
    return this;
  }

  List<Request> requests() {
    return requests;
  }

  List<Request> requests(String path) {
    return requests.stream().filter(request -> request.target().startsWith(path)).toList();
  }

  int connections() {
    return sockets.size();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        if (!answered(read(line, in), socket.getOutputStream())) {
          return;
        }
      }
    } catch (IOException gone) {
      requests.add(new Request("BROKEN", "", Map.of(), ""));
    }
  }

  private boolean answered(Request request, OutputStream out) throws IOException {
    requests.add(request);
    Queue<Reply> waiting =
        replies.getOrDefault(
            request.target().replaceAll("\\?.*", ""), new ConcurrentLinkedQueue<>());
    Reply reply = waiting.poll();
    if (reply == null) {
      return false;
    }
    out.write(reply.bytes());
    out.flush();
    return !reply.hangUp();
  }

  private static Request read(String requestLine, InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] header = line.split(": ?", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] words = requestLine.split(" ", 3);
    return new Request(words[0], words[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n' && next != -1; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException notClosed) {
      throw new UncheckedIOException(notClosed);
    }
  }
}
