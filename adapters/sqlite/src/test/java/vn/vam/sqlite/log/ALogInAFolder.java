package vn.vam.sqlite.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.ReadingLog;
import vn.vam.testing.HandClock;

/** A log in a folder of the test's. Segments are closed after an hour and kept for a day. */
abstract class ALogInAFolder {
  static final long LARGE = 256L << 20;

  @TempDir Path folder;

  final HandClock clock = new HandClock(Instant.now());

  ReadingLog open() {
    return SegmentedLog.open(config(LARGE), clock);
  }

  LogConfig config(long segmentBytes) {
    return LogConfig.in(directory()).withSegments(segmentBytes, Duration.ofHours(1));
  }

  Path directory() {
    return folder.resolve("log");
  }

  ReadingLog openCopy() throws IOException {
    return SegmentedLog.open(LogConfig.in(copy()), clock);
  }

  /** As a kill would leave it: without what only memory knows. */
  Path copy() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    for (String name : files()) {
      if (!name.endsWith("-shm")) {
        Files.copy(directory().resolve(name), copy.resolve(name));
      }
    }
    return copy;
  }

  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  List<String> segments() throws IOException {
    return files().stream().filter(name -> name.endsWith(".db")).toList();
  }

  static LogBatch append(ReadingLog log, String text) {
    return log.append(SomeEntries.telling(text));
  }

  static void appendMany(ReadingLog log, int from, int to) {
    numbers(from, to).forEach(number -> append(log, number));
  }

  static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }

  static List<String> texts(List<LogBatch> batches) {
    return batches.stream()
        .flatMap(batch -> batch.entries().stream())
        .map(entry -> entry.message().payload().text().orElseThrow())
        .toList();
  }

  /** In its first file. */
  void execute(String statement) throws Exception {
    String file = "jdbc:sqlite:" + directory().resolve("log-0000000000000001.db");
    try (var connection = DriverManager.getConnection(file);
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
