package vn.vam.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.ReadingLog.LogFailed;

class OpeningTheLogAgain extends ALogInAFolder {
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

  @Test
  void a_segment_that_was_begun_on_a_full_disk_and_given_up_is_not_its_end() throws Exception {
    try (ReadingLog log = open()) {
      appendMany(log, 1, 3);
      Path copy = copy();
      Files.createFile(SegmentFile.in(copy, 2).path());

      try (ReadingLog after = SegmentedLog.open(LogConfig.in(copy), clock)) {
        assertThat(after.end()).isEqualTo(Place.of(3));
        assertThat(append(after, "4").number()).isEqualTo(4);
        assertThat(texts(after.read(Place.of(1), 10))).containsExactly("2", "3", "4");
      }
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
  void a_bit_that_changed_on_the_disk_costs_its_batch_and_is_never_taken_for_another_value()
      throws Exception {
    try (ReadingLog log = open()) {
      appendMany(log, 1, 60);
      execute("UPDATE batch SET body = unhex(replace(hex(body), '34', '35')) WHERE number = 4");
      assertThat(log.figures().damaged()).isZero();

      assertThat(texts(log.read(Place.START, 5))).containsExactly("1", "2", "3", "5");
      assertThat(texts(log.read(Place.of(3), 3))).containsExactly("5", "6");
      assertThat(log.figures().damaged()).isEqualTo(1);
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
}
