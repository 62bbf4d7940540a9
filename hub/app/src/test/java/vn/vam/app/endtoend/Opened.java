package vn.vam.app.endtoend;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a test has started, to be ended when it is over: the last first, every one of them. */
final class Opened implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() throws Exception {
    try {
      if (!parts.isEmpty()) {
        parts.pop().close();
      }
    } finally {
      if (!parts.isEmpty()) {
        close();
      }
    }
  }
}
