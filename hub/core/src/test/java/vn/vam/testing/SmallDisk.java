package vn.vam.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A file system in memory that fills up soon. */
public record SmallDisk(Path path) implements AutoCloseable {
  private static final String FILLER = "somebody-elses";
  private static final int[] PIECES = {1 << 20, 1 << 12, 1};

  /** Skips the test where this user may not mount one, see {@link Required#mount}. */
  public static SmallDisk mount(Path folder, int megabytes)
      throws IOException, InterruptedException {
    Path path = Files.createDirectory(folder.resolve("disk"));
    int mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString());
    Required.mount(mounted == 0, "a small file system can only be mounted as root");
    return new SmallDisk(path);
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(String.join(" ", command)).isTrue();
    return process.exitValue();
  }

  /** Leaves so many bytes. */
  public void fillUpTo(long left) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    Files.write(path.resolve(FILLER), new byte[(int) (free - left)]);
  }

  /** Leaves nothing, whoever else writes meanwhile. */
  public void fill() throws IOException {
    for (int piece : PIECES) {
      fillInPieces(new byte[piece]);
    }
  }

  private void fillInPieces(byte[] piece) throws IOException {
    try (OutputStream filler =
        Files.newOutputStream(
            path.resolve(FILLER), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        filler.write(piece);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  public void empty() throws IOException {
    Files.delete(path.resolve(FILLER));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    assertThat(run("umount", path.toString())).isZero();
  }
}
