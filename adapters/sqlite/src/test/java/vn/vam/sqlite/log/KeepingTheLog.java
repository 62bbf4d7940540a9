package vn.vam.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.ReadingLog.LogFailed;
import vn.vam.testing.HandClock;

/** Segments are closed after an hour and kept for a day. */
class KeepingTheLog {
  private static final long LARGE = 256L << 20;

  @TempDir Path folder;

  private final HandClock clock = new HandClock(Instant.now());

  @Nested
  class Appending {
    @Test
    void batches_are_numbered_from_one_without_gaps() {
      try (ReadingLog log = open()) {
        assertThat(append(log, "a").number()).isEqualTo(1);
        assertThat(append(log, "b").number()).isEqualTo(2);
        assertThat(log.end()).isEqualTo(Place.of(2));
      }
    }

    @Test
    void a_fresh_log_has_neither_beginning_nor_end() {
      try (ReadingLog log = open()) {
        assertThat(log.beginning()).isEqualTo(Place.START);
        assertThat(log.end()).isEqualTo(Place.START);
        assertThat(log.read(Place.START, 10)).isEmpty();
      }
    }

    @Test
    void what_was_appended_is_in_the_file_before_the_call_returns() throws Exception {
      try (ReadingLog log = open()) {
        append(log, "a");

        try (ReadingLog other = openCopy()) {
          assertThat(texts(other.read(Place.START, 10))).containsExactly("a");
        }
      }
    }
  }

  @Nested
  class Reading {
    @Test
    void a_reader_gets_what_is_behind_its_place_in_order() {
      try (ReadingLog log = open()) {
        appendMany(log, 1, 5);

        assertThat(texts(log.read(Place.of(2), 10))).containsExactly("3", "4", "5");
      }
    }

    @Test
    void at_most_as_many_as_asked_for() {
      try (ReadingLog log = open()) {
        appendMany(log, 1, 5);

        assertThat(texts(log.read(Place.START, 2))).containsExactly("1", "2");
      }
    }

    @ParameterizedTest(name = "from {0}")
    @ValueSource(ints = {0, 1, 60, 67, 68, 99, 100})
    void from_disk_and_from_memory_it_is_the_same(int place) {
      try (ReadingLog log = open()) {
        appendMany(log, 1, 100);

        assertThat(texts(log.read(Place.of(place), 1_000)))
            .containsExactlyElementsOf(numbers(place + 1, 100));
      }
    }

    @Test
    void reading_goes_on_across_segments() {
      try (ReadingLog log = open()) {
        appendMany(log, 1, 50);
        clock.forward(Duration.ofMinutes(61));
        appendMany(log, 51, 100);

        assertThat(texts(log.read(Place.of(10), 85))).containsExactlyElementsOf(numbers(11, 95));
      }
    }

    @Test
    void batches_with_a_rejected_message_are_found_without_reading_the_others() {
      try (ReadingLog log = open()) {
        appendMany(log, 1, 3);
        log.append(SomeEntries.rejected());
        clock.forward(Duration.ofMinutes(61));
        appendMany(log, 5, 6);
        log.append(SomeEntries.rejected());

        assertThat(log.setAside(10)).containsExactly(4L, 7L);
        assertThat(log.setAside(1)).containsExactly(7L);
      }
    }

    @Test
    void a_place_beyond_the_end_gives_nothing() {
      try (ReadingLog log = open()) {
        appendMany(log, 1, 3);

        assertThat(log.read(Place.of(7), 10)).isEmpty();
      }
    }

    @Test
    void a_reader_of_another_log_starts_at_the_beginning() {
      try (ReadingLog log = open()) {
        appendMany(log, 1, 3);

        assertThat(log.resume(Place.of(7))).isEqualTo(Place.START);
        assertThat(log.resume(Place.of(3))).isEqualTo(Place.of(3));
      }
    }

    @Test
    void a_reader_misses_nothing_while_another_thread_appends() throws Exception {
      try (ReadingLog log = SegmentedLog.open(config(1), clock)) {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> appendMany(log, 1, 200));
        List<String> seen = new ArrayList<>();
        Place place = Place.START;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (seen.size() < 200 && System.nanoTime() < end) {
          List<LogBatch> batches = log.read(place, 7);
          seen.addAll(texts(batches));
          place = batches.isEmpty() ? place : Place.of(batches.getLast().number());
        }
        writing.get(60, TimeUnit.SECONDS);

        assertThat(seen).containsExactlyElementsOf(numbers(1, 200));
      }
    }
  }

  @Nested
  class Rolling {
    @Test
    void a_large_segment_is_followed_by_another() throws Exception {
      try (ReadingLog log = SegmentedLog.open(config(1), clock)) {
        appendMany(log, 1, 3);
      }

      assertThat(segments())
          .containsExactly(
              "log-0000000000000001.db", "log-0000000000000002.db", "log-0000000000000003.db");
    }

    @Test
    void an_old_one_too() throws Exception {
      try (ReadingLog log = open()) {
        append(log, "a");
        clock.forward(Duration.ofMinutes(61));
        append(log, "b");
      }

      assertThat(segments()).hasSize(2);
    }

    @Test
    void an_empty_one_is_not() throws Exception {
      try (ReadingLog log = open()) {
        clock.forward(Duration.ofDays(3));
        append(log, "a");
      }

      assertThat(segments()).hasSize(1);
    }
  }

  @Nested
  class Releasing {
    @Test
    void what_everyone_has_passed_goes_after_its_time() throws Exception {
      try (ReadingLog log = open()) {
        twoSegments(log);
        clock.forward(Duration.ofHours(25));
        log.release(Place.of(3));

        assertThat(segments()).containsExactly("log-0000000000000003.db");
        assertThat(log.beginning()).isEqualTo(Place.of(2));
      }
    }

    @Test
    void not_before_its_time() throws Exception {
      try (ReadingLog log = open()) {
        twoSegments(log);
        clock.forward(Duration.ofHours(22));
        log.release(Place.of(3));
      }

      assertThat(segments()).hasSize(2);
    }

    @Test
    void not_while_someone_still_reads_it() throws Exception {
      try (ReadingLog log = open()) {
        twoSegments(log);
        clock.forward(Duration.ofDays(300));
        log.release(Place.of(1));

        assertThat(texts(log.read(Place.of(1), 10))).containsExactly("2", "3");
      }
    }

    @Test
    void the_newest_stays_whatever_its_age() throws Exception {
      try (ReadingLog log = open()) {
        append(log, "a");
        clock.forward(Duration.ofDays(300));
        log.release(Place.of(1));
      }

      assertThat(segments()).hasSize(1);
    }

    @Test
    void nothing_of_a_released_segment_stays_on_disk() throws Exception {
      try (ReadingLog log = open()) {
        twoSegments(log);
        clock.forward(Duration.ofHours(25));
        log.release(Place.of(3));

        assertThat(files())
            .filteredOn(file -> file.startsWith("log-"))
            .allSatisfy(file -> assertThat(file).startsWith("log-0000000000000003"));
      }
    }

    private void twoSegments(ReadingLog log) {
      appendMany(log, 1, 2);
      clock.forward(Duration.ofMinutes(61));
      append(log, "3");
    }
  }

  @Nested
  class Reopening {
    @Test
    void everything_is_still_there() {
      List<LogEntry> entries = new SomeEntries(12).list(50);
      try (ReadingLog log = open()) {
        log.append(entries);
      }

      try (ReadingLog log = open()) {
        assertThat(log.read(Place.START, 10)).containsExactly(new LogBatch(1, entries));
      }
    }

    @Test
    void the_numbers_go_on() {
      try (ReadingLog log = SegmentedLog.open(config(1), clock)) {
        appendMany(log, 1, 3);
      }

      try (ReadingLog log = open()) {
        assertThat(append(log, "4").number()).isEqualTo(4);
        assertThat(texts(log.read(Place.START, 10))).containsExactly("1", "2", "3", "4");
      }
    }

    @Test
    void they_go_on_behind_segments_that_were_released() {
      try (ReadingLog log = SegmentedLog.open(config(1), clock)) {
        appendMany(log, 1, 3);
        clock.forward(Duration.ofHours(25));
        log.release(Place.of(3));
      }

      try (ReadingLog log = open()) {
        assertThat(log.beginning()).isEqualTo(Place.of(2));
        assertThat(append(log, "4").number()).isEqualTo(4);
      }
    }

    @ParameterizedTest(name = "the last {0} bytes are gone")
    @ValueSource(ints = {1, 100, 4_096, 5_000, 9_000, 20_000})
    void a_torn_end_costs_no_more_than_the_end(int torn) throws Exception {
      try (ReadingLog log = open()) {
        appendMany(log, 1, 10);
        Path copy = copy();
        tear(copy, torn);

        try (ReadingLog after = SegmentedLog.open(LogConfig.in(copy), clock)) {
          List<String> kept = texts(after.read(Place.START, 100));
          assertThat(kept).hasSizeLessThan(10).isEqualTo(numbers(1, kept.size()));
          assertThat(append(after, "next").number()).isEqualTo(kept.size() + 1);
        }
      }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void torn_anywhere_it_reads_what_is_left_in_order_and_goes_on(long seed) throws Exception {
      Random random = new Random(seed);
      try (ReadingLog log = open()) {
        IntStream.rangeClosed(1, 400).forEach(i -> append(log, i + "x".repeat(5_000)));
        Path copy = copy();
        Path torn = copy.resolve("log-0000000000000001.db" + (random.nextBoolean() ? "" : "-wal"));
        byte[] whole = Files.readAllBytes(torn);
        Files.write(torn, Arrays.copyOf(whole, random.nextInt(whole.length)));

        try (ReadingLog after = SegmentedLog.open(LogConfig.in(copy), clock)) {
          after.continueBehind(Place.of(400));
          List<String> kept = texts(after.read(Place.START, 1_000));
          assertThat(kept).isEqualTo(withTail(kept.size()));
          long next = append(after, "next").number();
          assertThat(next).isGreaterThan(400);
          assertThat(texts(after.read(Place.of(next - 1), 10))).containsExactly("next");
        }
      }
    }

    private List<String> withTail(int many) {
      return IntStream.rangeClosed(1, many).mapToObj(i -> i + "x".repeat(5_000)).toList();
    }

    @Test
    void a_batch_that_was_tampered_with_is_left_out_and_the_others_are_read() throws Exception {
      try (ReadingLog log = open()) {
        appendMany(log, 1, 60);
        execute("UPDATE batch SET body = x'0400' WHERE number IN (3, 4, 5)");

        assertThat(texts(log.read(Place.START, 4))).containsExactly("1", "2");
        assertThat(texts(log.read(Place.of(2), 3))).containsExactly("6", "7", "8");
      }
    }

    @Test
    void a_damaged_older_segment_is_skipped_behind_its_damage() throws Exception {
      try (ReadingLog log = open()) {
        IntStream.rangeClosed(1, 200).forEach(i -> append(log, "x".repeat(5_000)));
        clock.forward(Duration.ofMinutes(61));
        appendMany(log, 201, 203);
      }
      scribbleOver(directory().resolve("log-0000000000000001.db"));

      try (ReadingLog log = open()) {
        List<LogBatch> all = new ArrayList<>();
        for (Place at = Place.START; ; at = Place.of(all.getLast().number())) {
          List<LogBatch> more = log.read(at, 50);
          if (more.isEmpty()) {
            break;
          }
          all.addAll(more);
        }

        assertThat(all).extracting(LogBatch::number).isSorted().contains(1L, 201L, 202L, 203L);
        assertThat(append(log, "204").number()).isEqualTo(204);
      }
    }

    private void scribbleOver(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      Arrays.fill(bytes, bytes.length / 2, bytes.length * 3 / 4, (byte) 0x55);
      Files.write(file, bytes);
    }

    private void tear(Path copy, int bytes) throws IOException {
      Path ahead = copy.resolve("log-0000000000000001.db-wal");
      byte[] whole = Files.readAllBytes(ahead);
      Files.write(ahead, Arrays.copyOf(whole, Math.max(0, whole.length - bytes)));
    }
  }

  @Nested
  class ThatCannotBeOpened {
    @Test
    void a_file_in_place_of_the_directory_is_named() throws Exception {
      Path file = Files.createFile(folder.resolve("taken"));

      assertThatExceptionOfType(LogFailed.class)
          .isThrownBy(() -> SegmentedLog.open(LogConfig.in(file), clock))
          .withMessageContaining(file.toString());
    }

    @Test
    void a_segment_that_is_none_is_set_aside_and_no_number_is_given_twice() throws Exception {
      Files.createDirectories(directory());
      Files.writeString(directory().resolve("log-0000000000000001.db"), "no database ".repeat(999));

      try (ReadingLog log = open()) {
        assertThat(append(log, "a").number()).isGreaterThan(700);
        assertThat(texts(log.read(Place.START, 10))).containsExactly("a");
      }
      assertThat(files()).contains("log-0000000000000001.db.damaged");
    }

    @Test
    void other_files_beside_the_segments_are_left_alone() throws Exception {
      Files.createDirectories(directory());
      Files.writeString(directory().resolve("notes.txt"), "from a person");

      try (ReadingLog log = open()) {
        append(log, "a");
      }

      assertThat(directory().resolve("notes.txt")).hasContent("from a person");
    }
  }

  @Test
  void a_batch_the_disk_does_not_take_is_told_and_not_kept() throws Exception {
    try (ReadingLog log = open()) {
      append(log, "a");
      execute("CREATE TRIGGER full BEFORE INSERT ON batch BEGIN SELECT RAISE(ABORT, 'full'); END");

      assertThatExceptionOfType(LogFailed.class)
          .isThrownBy(() -> append(log, "b"))
          .withMessageContaining(directory().toString());
      assertThat(log.end()).isEqualTo(Place.of(1));

      execute("DROP TRIGGER full");
      assertThat(append(log, "b").number()).isEqualTo(2);
    }
  }

  private void execute(String statement) throws Exception {
    String file = "jdbc:sqlite:" + directory().resolve("log-0000000000000001.db");
    try (var connection = DriverManager.getConnection(file);
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private ReadingLog open() {
    return SegmentedLog.open(config(LARGE), clock);
  }

  private LogConfig config(long segmentBytes) {
    return LogConfig.in(directory()).withSegments(segmentBytes, Duration.ofHours(1));
  }

  private Path directory() {
    return folder.resolve("log");
  }

  private ReadingLog openCopy() throws IOException {
    return SegmentedLog.open(LogConfig.in(copy()), clock);
  }

  /** As a kill would leave it: without what only memory knows. */
  private Path copy() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    for (String name : files()) {
      if (!name.endsWith("-shm")) {
        Files.copy(directory().resolve(name), copy.resolve(name));
      }
    }
    return copy;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> segments() throws IOException {
    return files().stream().filter(name -> name.endsWith(".db")).toList();
  }

  private static LogBatch append(ReadingLog log, String text) {
    return log.append(SomeEntries.telling(text));
  }

  private static void appendMany(ReadingLog log, int from, int to) {
    numbers(from, to).forEach(number -> append(log, number));
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }

  private static List<String> texts(List<LogBatch> batches) {
    return batches.stream()
        .flatMap(batch -> batch.entries().stream())
        .map(entry -> entry.message().payload().text().orElseThrow())
        .toList();
  }
}
