package vn.vam.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.log.LogBatch;
import vn.vam.core.log.MessageId;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.ReadingLog.LogFailed;

class KeepingTheLog extends ALogInAFolder {
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
    void one_device_that_floods_the_log_does_not_hide_what_others_had_set_aside() {
      try (ReadingLog log = open()) {
        log.append(SomeEntries.rejected("quiet-1"));
        log.append(SomeEntries.rejected());
        for (int i = 0; i < 30; i++) {
          log.append(SomeEntries.rejected("noisy-1"));
          clock.forward(Duration.ofMinutes(3));
        }

        assertThat(log.setAside(10)).hasSizeLessThanOrEqualTo(10).startsWith(1L, 2L).endsWith(32L);
      }
    }

    @Test
    void a_replay_is_found_however_much_was_set_aside_since() {
      try (ReadingLog log = open()) {
        log.append(SomeEntries.rejected("quiet-1"));
        log.append(SomeEntries.replayOf(new MessageId(1, 0)));
        for (int i = 0; i < 30; i++) {
          log.append(SomeEntries.rejected("noisy-1"));
        }

        assertThat(log.setAside(10)).contains(1L, 2L);
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
}
