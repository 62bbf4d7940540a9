package vn.vam.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock of one process, set from outside while it runs: libfaketime stands before the system's
 * own and reads every second how far it is off. What measures how long something took goes on as it
 * was, as it does when somebody sets a machine's clock.
 *
 * @param told where the process reads how far its clock is off
 */
record SetClock(Path library, Path told) {
  private static final String NAME = "libfaketimeMT.so.1";
  private static final int DEEP = 3;

  /** Where Debian's package {@code libfaketime} keeps it, whatever the processor. */
  static Optional<Path> installed() {
    try (Stream<Path> files =
        Files.find(
            Path.of("/usr/lib"),
            DEEP,
            (path, is) -> path.getFileName() != null && path.endsWith(NAME))) {
      return files.findFirst();
    } catch (IOException | UncheckedIOException nothingThere) {
      return Optional.empty();
    }
  }

  /**
   * @throws IllegalStateException where libfaketime is not installed
   */
  static SetClock in(Path folder) {
    SetClock clock =
        new SetClock(
            installed().orElseThrow(() -> new IllegalStateException("no " + NAME)),
            folder.resolve("clock"));
    clock.isAheadBy(0);
    return clock;
  }

  /** For a process whose clock this is. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", told.toString(),
        "FAKETIME_CACHE_DURATION", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        // Else Java's waits with a time limit are over at once.
        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
        "NO_FAKE_STAT", "1");
  }

  /** In one step, so that no half of it is ever read. */
  void isAheadBy(int days) {
    try {
      Path fresh = Files.writeString(told.resolveSibling("clock.new"), "+" + days + "d\n");
      Files.move(fresh, told, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
