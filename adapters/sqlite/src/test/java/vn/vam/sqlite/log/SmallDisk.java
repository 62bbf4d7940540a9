package vn.vam.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system in memory that fills up soon. */
record SmallDisk(Path path) implements AutoCloseable {
  private static final String FILLER = "somebody-elses";

  /** Skips the test where this user may not mount one. */
  static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
    Path path = Files.createDirectory(folder.resolve("disk"));
    int mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString());
    assumeTrue(mounted == 0, "a small file system can only be mounted as root");
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
  void fillUpTo(long left) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    Files.write(path.resolve(FILLER), new byte[(int) (free - left)]);
  }

  void empty() throws IOException {
    Files.delete(path.resolve(FILLER));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    assertThat(run("umount", path.toString())).isZero();
  }
}
