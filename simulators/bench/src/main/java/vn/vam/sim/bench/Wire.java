package vn.vam.sim.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** One connection over a {@link Line}. */
final class Wire {
  private static final int MOST_AT_ONCE = 4_096;
  private static final int PIECES_A_SECOND = 20;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Socket near;
  private final Socket far;
  private final IntSupplier bytesPerSecond;
  private final ReadAlong reader;
  private final Consumer<Wire> ended;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean silent;

  private interface Said {
    void bytes(byte[] bytes, int count);
  }

  Wire(
      Socket near, Socket far, IntSupplier bytesPerSecond, ReadAlong reader, Consumer<Wire> ended) {
    this.near = near;
    this.far = far;
    this.bytesPerSecond = bytesPerSecond;
    this.reader = reader;
    this.ended = ended;
  }

  void carry() {
    Thread.startVirtualThread(() -> copy(near, far, reader::nearSays));
    Thread.startVirtualThread(() -> copy(far, near, reader::farSays));
  }

  void goSilent() {
    silent = true;
  }

  /**
   * What is delivered is read along before it leaves, so that its number is known when it is
   * acknowledged.
   */
  private void copy(Socket from, Socket to, Said said) {
    byte[] piece = new byte[MOST_AT_ONCE];
    try {
      int read = from.getInputStream().read(piece, 0, pieceSize());
      while (read >= 0 && !silent) {
        said.bytes(piece, read);
        to.getOutputStream().write(piece, 0, read);
        holdBack(read);
        read = from.getInputStream().read(piece, 0, pieceSize());
      }
      if (silent) {
        closed.await();
      }
      close();
    } catch (IOException cut) {
      close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private int pieceSize() {
    return Math.clamp(bytesPerSecond.getAsInt() / PIECES_A_SECOND, 1, MOST_AT_ONCE);
  }

  private void holdBack(int bytes) {
    long pause = bytes * SECOND / bytesPerSecond.getAsInt();
    if (pause > 0) {
      LockSupport.parkNanos(pause);
    }
  }

  void close() {
    closed.countDown();
    end(near);
    end(far);
    ended.accept(this);
  }

  static void end(Closeable part) {
    try {
      part.close();
    } catch (IOException unclosable) {
      throw new UncheckedIOException(unclosable);
    }
  }
}
