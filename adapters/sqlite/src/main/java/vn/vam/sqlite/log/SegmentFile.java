package vn.vam.sqlite.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A segment's files: its name tells its first batch, and SQLite keeps two more beside it.
 *
 * @param first the number of its first batch
 */
record SegmentFile(Path path, long first) {
  private static final String NAME = "log-%016d.db";
  private static final String PATTERN = "log-\\d{16}\\.db";
  private static final int PREFIX = "log-".length();
  private static final int DIGITS = 16;
  private static final int SMALLEST_ROW = 16;
  private static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

  static SegmentFile in(Path directory, long first) {
    return new SegmentFile(directory.resolve(NAME.formatted(first)), first);
  }

  /** All in the directory, the oldest first. */
  static List<SegmentFile> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches(PATTERN))
          .map(SegmentFile::of)
          .sorted(Comparator.comparingLong(SegmentFile::first))
          .toList();
    }
  }

  private static SegmentFile of(Path path) {
    String name = path.getFileName().toString();
    return new SegmentFile(path, Long.parseLong(name.substring(PREFIX, PREFIX + DIGITS)));
  }

  String name() {
    return path.getFileName().toString();
  }

  private Path beside(String suffix) {
    return path.resolveSibling(name() + suffix);
  }

  long bytes() throws IOException {
    return size(path) + size(beside("-wal"));
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException none) {
      return 0;
    }
  }

  /** No batch in it has a higher number, whatever became of the file. */
  long mostNumber() throws IOException {
    return first + bytes() / SMALLEST_ROW;
  }

  /** What was written last may still stand ahead of the file. */
  Instant lastWritten() throws IOException {
    Instant written = Files.getLastModifiedTime(path).toInstant();
    try {
      Instant ahead = Files.getLastModifiedTime(beside("-wal")).toInstant();
      return ahead.isAfter(written) ? ahead : written;
    } catch (NoSuchFileException none) {
      return written;
    }
  }

  /** Leaves it to people to look at, where the log does not look any more. */
  void setAside() throws IOException {
    for (String suffix : SUFFIXES) {
      if (Files.exists(beside(suffix))) {
        Files.move(
            beside(suffix), beside(suffix + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  void delete() throws IOException {
    for (String suffix : SUFFIXES) {
      Files.deleteIfExists(beside(suffix));
    }
  }
}
