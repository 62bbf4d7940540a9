package vn.vam.app.endtoend;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** One connection over a {@link Cable}, both directions. */
final class Wire implements AutoCloseable {
  private static final int MOST_AT_ONCE = 4_096;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Socket near;
  private final Socket far;
  private final IntSupplier bytesPerSecond;
  private final Consumer<Wire> ended;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean silent;

  /**
   * @param ended told once it is cut, from either end or in the middle
   */
  Wire(Socket near, Socket far, IntSupplier bytesPerSecond, Consumer<Wire> ended) {
    this.near = near;
    this.far = far;
    this.bytesPerSecond = bytesPerSecond;
    this.ended = ended;
  }

  void carry() {
    Thread.startVirtualThread(() -> copy(near, far));
    Thread.startVirtualThread(() -> copy(far, near));
  }

  /** Both ends stay connected and hear nothing of each other any more. */
  void goSilent() {
    silent = true;
  }

  private void copy(Socket from, Socket to) {
    byte[] piece = new byte[MOST_AT_ONCE];
    try {
      int read = from.getInputStream().read(piece, 0, pieceSize());
      while (read >= 0 && !silent) {
        to.getOutputStream().write(piece, 0, read);
        holdBack(read);
        read = from.getInputStream().read(piece, 0, pieceSize());
      }
      if (silent) {
        closed.await();
      }
    } catch (IOException cut) {
      close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** Small pieces on a slow line, so that it changes its speed soon. */
  private int pieceSize() {
    return Math.clamp(bytesPerSecond.getAsInt() / 20, 1, MOST_AT_ONCE);
  }

  private void holdBack(int bytes) {
    long pause = bytes * SECOND / bytesPerSecond.getAsInt();
    if (pause > 0) {
      LockSupport.parkNanos(pause);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    end(near);
    end(far);
    ended.accept(this);
  }

  static void end(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception unclosable) {
      throw new IllegalStateException(unclosable);
    }
  }
}
