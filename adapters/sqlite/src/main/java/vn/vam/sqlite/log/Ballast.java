package vn.vam.sqlite.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room in reserve. A full disk takes neither a checkpoint nor a new segment, and the files beside
 * the log need some room as well: this file is what can always be given up first.
 */
final class Ballast {
  private static final Logger log = LoggerFactory.getLogger(Ballast.class);
  private static final int PIECE = 1 << 20;

  private final Path file;
  private final long bytes;
  private volatile boolean isThere;

  Ballast(Path directory, long bytes) {
    this.file = directory.resolve("ballast");
    this.bytes = bytes;
  }

  /** How much it holds at the moment. */
  long bytes() {
    return isThere ? bytes : 0;
  }

  /** Whether there was something to give up. */
  synchronized boolean release() throws IOException {
    isThere = false;
    return Files.deleteIfExists(file);
  }

  /** Takes the room again once as much is left beside it. */
  synchronized void restore() {
    if (bytes == 0 || isThere) {
      return;
    }
    try {
      if (isWhole()) {
        isThere = true;
      } else if (Files.getFileStore(file.getParent()).getUsableSpace() >= 2 * bytes) {
        fill();
        isThere = true;
      }
    } catch (IOException failure) {
      log.warn("the room in reserve for a full disk could not be taken, file={}", file, failure);
      discard();
    }
  }

  /** An earlier run may have left it. */
  private boolean isWhole() throws IOException {
    return Files.exists(file) && Files.size(file) == bytes;
  }

  /** Bytes that no file system stores as a hole or compresses away. */
  private void fill() throws IOException {
    byte[] piece = new byte[PIECE];
    new Random(bytes).nextBytes(piece);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long left = bytes; left > 0; left -= PIECE) {
        ByteBuffer next = ByteBuffer.wrap(piece, 0, (int) Math.min(PIECE, left));
        while (next.hasRemaining()) {
          channel.write(next);
        }
      }
      channel.force(true);
    }
  }

  private void discard() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      log.warn("half of a ballast could not be deleted, file={}", file, failure);
    }
  }
}
