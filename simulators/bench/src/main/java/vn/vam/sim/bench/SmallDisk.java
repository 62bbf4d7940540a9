package vn.vam.sim.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A file system in memory, of Linux' tmpfs, that somebody else can fill. */
record SmallDisk(Path path) implements AutoCloseable {
  private static final int PATIENCE = 20;
  private static final int[] PIECES = {1 << 20, 1 << 12, 1};

  /**
   * @throws IOException where this user may not mount one
   */
  static SmallDisk mount(Path folder, int megabytes) throws IOException {
    Path path = Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString());
    return new SmallDisk(path);
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("no small disk, as this failed: " + String.join(" ", command));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at " + command[0], stopped);
    }
  }

  private Path filler() {
    return path.resolve("somebody-elses");
  }

  /** Leaves nothing, whoever else writes meanwhile. */
  void fill() {
    for (int piece : PIECES) {
      fillInPieces(new byte[piece]);
    }
  }

  private void fillInPieces(byte[] piece) {
    try (OutputStream filler =
        Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.exists(path)) {
        filler.write(piece);
      }
    } catch (IOException full) {
      return;
    }
  }

  void empty() throws IOException {
    Files.deleteIfExists(filler());
  }

  /** What lies there now, for those who look for what went wrong. */
  void copyTo(Path folder) throws IOException {
    run("cp", "-r", path.toString(), folder.toString());
  }

  @Override
  public void close() throws IOException {
    run("umount", path.toString());
  }
}
