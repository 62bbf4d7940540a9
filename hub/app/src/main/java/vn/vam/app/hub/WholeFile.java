package vn.vam.app.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that holds what it held before, or all that was written, whatever happens meanwhile. */
final class WholeFile {
  private WholeFile() {}

  /** Forced to disk. */
  static void write(Path file, byte[]... parts) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (byte[] bytes : parts) {
        ByteBuffer part = ByteBuffer.wrap(bytes);
        while (part.hasRemaining()) {
          out.write(part);
        }
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
