package vn.vam.app.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.app.config.HubConfig;

/**
 * Starts a hub as soon as its disk lets it. As a running one does, it gives up its reserve first;
 * then it waits, says so in log and web, and acknowledges nothing, as nothing is connected yet.
 */
public final class RoomToStart {
  private static final Logger log = LoggerFactory.getLogger(RoomToStart.class);
  private static final long LOOK_MILLIS = 500;

  /** So much more than before, and another try is worth it. */
  private static final long MORE = 64 << 10;

  private final HubConfig config;
  private final StartingDisks disks;
  private final CountDownLatch stop;
  private boolean waited;

  RoomToStart(HubConfig config, CountDownLatch stop) {
    this.config = config;
    this.disks = StartingDisks.of(config);
    this.stop = stop;
  }

  /**
   * @param start leaves nothing open where it fails
   * @throws HubFailed when it is to stop before there was room
   */
  <T> T start(Supplier<T> start) {
    while (true) {
      try {
        T started = start.get();
        if (waited) {
          log.info("there is room on the disk, the hub has started, directory={}", config.data());
        }
        return started;
      } catch (RuntimeException failure) {
        if (!disks.isForWantOfRoom(failure)) {
          throw failure;
        }
        makeRoom(failure);
      }
    }
  }

  private void makeRoom(RuntimeException failure) {
    if (StartingDisks.giveUpReserve(config)) {
      log.error(
          "no room to start: the reading log gives up its reserve, directory={}",
          config.log().directory());
      return;
    }
    if (!waited) {
      waited = true;
      tellWaiting(disks.full().orElse(config.data()), failure);
    }
    awaitMoreThan(
        disks.usable() + MORE,
        disks::usable,
        config.console().host(),
        config.console().port(),
        stop);
  }

  /**
   * For more than a hub that wants to begin there.
   *
   * @param directory need not exist
   * @param bytes that have to be free
   * @param port of the door at which it is told meanwhile that there is no room
   * @throws HubFailed when it has to stop before there was room
   */
  public static void await(Path directory, long bytes, String host, int port, CountDownLatch stop) {
    StartingDisks disk = new StartingDisks(List.of(directory), bytes);
    if (disk.full().isPresent()) {
      tellWaiting(directory, null);
      awaitMoreThan(bytes, disk::usable, host, port, stop);
    }
  }

  private static void tellWaiting(Path directory, @Nullable Throwable failure) {
    log.error(
        "no room to start: the hub waits for room on its disk, nothing is acknowledged, directory={}",
        directory,
        failure);
  }

  private static void awaitMoreThan(
      long bytes, LongSupplier usable, String host, int port, CountDownLatch stop) {
    try (WaitingRoom open = WaitingRoom.open(host, port)) {
      while (usable.getAsLong() < bytes) {
        if (stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          throw HubFailed.because(
              new IllegalStateException("stopped while it waited for room on its disk"));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw HubFailed.because(stopped);
    }
  }
}
