package vn.vam.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One hub alone works on a state folder: while it runs, it holds the file {@code hub.lock} there
 * locked. Whoever only reads needs no lock. The system takes it back when the process ends, however
 * it ends.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = "hub.lock";

  private final FileLock lock;

  private FolderLock(FileLock lock) {
    this.lock = lock;
  }

  /**
   * @param folder exists, on a local disk
   * @throws IllegalStateException when another hub works on the folder; says what to do
   * @throws UncheckedIOException when the file cannot be made or locked
   */
  public static FolderLock take(Path folder) {
    try {
      FileChannel file =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(file);
      if (lock != null) {
        return new FolderLock(lock);
      }
      file.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "the state folder " + folder.toAbsolutePath() + " cannot be locked", failure);
    }
    throw new IllegalStateException(
        "another hub works on the state folder "
            + folder.toAbsolutePath()
            + ": stop it first, or give this one a folder of its own (state.directory)");
  }

  /** None when this very process holds it already, too. */
  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException held) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    lock.acquiredBy().close();
  }
}
