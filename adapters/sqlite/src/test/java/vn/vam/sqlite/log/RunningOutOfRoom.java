package vn.vam.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.log.LogEntry;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.ReadingLog.LogFailed;
import vn.vam.testing.HandClock;
import vn.vam.testing.SmallDisk;

/** A rule looks back an hour; whatever every reader has passed may go before its day is over. */
class RunningOutOfRoom {
  private static final long MEGABYTE = 1L << 20;
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration A_QUARTER = Duration.ofMinutes(15);

  @TempDir Path folder;

  private final HandClock clock = new HandClock(Instant.now());

  @Nested
  class AtTheBound {
    @Test
    void the_oldest_that_everyone_has_passed_goes_although_it_is_young() {
      try (ReadingLog log = open(bounded())) {
        fillUp(log);
        clock.forward(AN_HOUR.plusMinutes(1));
        log.release(log.end());

        append(log);

        assertThat(log.beginning().batch()).isPositive();
        assertThat(log.figures().bytes()).isLessThan(8 * MEGABYTE);
      }
    }

    @Test
    void what_a_reader_has_not_passed_stays_and_nothing_more_is_taken() {
      try (ReadingLog log = open(bounded())) {
        fillUp(log);
        clock.forward(AN_HOUR.plusMinutes(1));
        log.release(Place.START);

        assertThatExceptionOfType(LogFailed.class)
            .isThrownBy(() -> append(log))
            .withMessageContaining("8 MB")
            .withMessageContaining(directory().toString());
        assertThat(log.beginning()).isEqualTo(Place.START);
      }
    }

    @Test
    void what_a_rule_looks_back_to_stays_even_when_everyone_has_passed_it() {
      try (ReadingLog log = open(bounded())) {
        fillUp(log);
        clock.forward(AN_HOUR.minusMinutes(2));
        log.release(log.end());

        assertThatExceptionOfType(LogFailed.class).isThrownBy(() -> append(log));
        assertThat(log.beginning()).isEqualTo(Place.START);
      }
    }

    @Test
    void a_log_that_may_hold_little_does_not_wait_for_what_brokers_may_deliver_again() {
      try (ReadingLog log = open(bounded().keeping(Duration.ofHours(24), Duration.ZERO))) {
        fillUp(log);
        clock.forward(Duration.ofMinutes(1));

        for (int more = 0; more < 100; more++) {
          log.release(log.end());
          append(log);
        }

        assertThat(log.beginning().batch()).isPositive();
      }
    }

    @Test
    void it_goes_on_by_itself_once_the_slowest_reader_has_passed() {
      try (ReadingLog log = open(bounded())) {
        fillUp(log);
        clock.forward(AN_HOUR.plusMinutes(1));
        assertThatExceptionOfType(LogFailed.class).isThrownBy(() -> append(log));
        Place end = log.end();

        log.release(end);
        append(log);

        assertThat(log.end().batch()).isEqualTo(end.batch() + 1);
        assertThat(log.read(end, 10)).hasSize(1);
      }
    }

    @Test
    void the_reserve_is_left_alone() {
      try (ReadingLog log = open(bounded())) {
        fillUp(log);
        assertThatExceptionOfType(LogFailed.class).isThrownBy(() -> append(log));

        assertThat(log.figures().hasReserve()).isTrue();
      }
    }

    private LogConfig bounded() {
      return config(MEGABYTE, 8 * MEGABYTE, MEGABYTE);
    }
  }

  @Nested
  class TheReserve {
    @Test
    void is_taken_at_the_start_and_really_takes_room() throws Exception {
      try (ReadingLog log = open(config(MEGABYTE, 100 * MEGABYTE, 2 * MEGABYTE))) {
        assertThat(log.figures().hasReserve()).isTrue();
        assertThat(Files.size(directory().resolve("ballast"))).isEqualTo(2 * MEGABYTE);
      }
    }

    @Test
    void half_of_one_is_completed() throws Exception {
      Files.createDirectories(directory());
      Files.write(directory().resolve("ballast"), new byte[1_000]);

      try (ReadingLog log = open(config(MEGABYTE, 100 * MEGABYTE, 2 * MEGABYTE))) {
        assertThat(Files.size(directory().resolve("ballast"))).isEqualTo(2 * MEGABYTE);
      }
    }
  }

  /** A file system of 48 MB, for as long as the test takes; only root can make one. */
  @Nested
  class OnAFullDisk {
    private static final long BALLAST = 8 * MEGABYTE;

    @Test
    void the_reserve_goes_first_and_what_was_passed_next_and_it_recovers() throws Exception {
      try (SmallDisk disk = SmallDisk.mount(folder, 48);
          ReadingLog log =
              SegmentedLog.open(
                  LogConfig.in(disk.path().resolve("log"))
                      .withSegments(4 * MEGABYTE, AN_HOUR)
                      .keeping(Duration.ofHours(24), AN_HOUR)
                      .withBallast(BALLAST),
                  clock)) {
        long taken = appendUntilRefused(log);

        assertThat(log.figures().hasReserve()).isFalse();
        assertThat(log.end().batch()).isEqualTo(taken);
        assertThatExceptionOfType(LogFailed.class)
            .isThrownBy(() -> append(log))
            .withMessageContaining("full");

        clock.forward(AN_HOUR.plusMinutes(1));
        log.release(Place.of(taken));
        append(log);
        assertThat(log.beginning().batch()).isPositive();

        clock.forward(Duration.ofHours(25));
        log.release(log.end());
        assertThat(log.figures().hasReserve()).isTrue();
        append(log);
        assertThat(log.end().batch()).isEqualTo(taken + 2);
      }
    }

    @Test
    void space_that_returns_from_elsewhere_is_enough() throws Exception {
      try (SmallDisk disk = SmallDisk.mount(folder, 48);
          ReadingLog log =
              SegmentedLog.open(
                  LogConfig.in(disk.path().resolve("log")).withBallast(BALLAST), clock)) {
        disk.fillUpTo(BALLAST / 8);
        long taken = appendUntilRefused(log);
        disk.empty();
        log.release(Place.START);

        append(log);

        assertThat(log.figures().hasReserve()).isTrue();
        assertThat(log.read(Place.of(taken), 10)).hasSize(1);
        assertThat(log.read(Place.START, Integer.MAX_VALUE)).hasSize((int) taken + 1);
      }
    }

    @Test
    void a_single_segment_that_fills_it_alone_is_followed_by_another_one_and_goes()
        throws Exception {
      try (SmallDisk disk = SmallDisk.mount(folder, 48);
          ReadingLog log =
              SegmentedLog.open(
                  LogConfig.in(disk.path().resolve("log"))
                      .keeping(Duration.ofHours(24), Duration.ZERO)
                      .withBallast(BALLAST),
                  clock)) {
        long taken = appendUntilRefused(log);
        clock.forward(AN_HOUR);
        log.release(Place.of(taken));

        append(log);

        assertThat(log.beginning().batch()).isPositive();
      }
    }

    @Test
    void what_brokers_may_deliver_again_stays_for_a_quarter_of_an_hour() throws Exception {
      try (SmallDisk disk = SmallDisk.mount(folder, 48);
          ReadingLog log =
              SegmentedLog.open(
                  LogConfig.in(disk.path().resolve("log"))
                      .withSegments(4 * MEGABYTE, AN_HOUR)
                      .keeping(Duration.ofHours(24), Duration.ZERO)
                      .withBallast(BALLAST),
                  clock)) {
        long taken = appendUntilRefused(log);
        clock.forward(A_QUARTER.minusMinutes(2));
        log.release(Place.of(taken));
        assertThatExceptionOfType(LogFailed.class).isThrownBy(() -> append(log));
        assertThat(log.beginning()).isEqualTo(Place.START);

        clock.forward(Duration.ofMinutes(3));
        append(log);

        assertThat(log.beginning().batch()).isPositive();
      }
    }

    private long appendUntilRefused(ReadingLog log) {
      long taken = 0;
      try {
        while (taken < 10_000) {
          append(log);
          taken++;
        }
      } catch (LogFailed full) {
        return taken;
      }
      throw new AssertionError("a disk that never fills");
    }
  }

  private void fillUp(ReadingLog log) {
    try {
      while (log.end().batch() < 10_000) {
        append(log);
      }
    } catch (LogFailed bound) {
      return;
    }
    throw new AssertionError("a log without bound");
  }

  private static void append(ReadingLog log) {
    List<LogEntry> entries = SomeEntries.telling("x".repeat(100_000));
    log.append(entries);
  }

  private LogConfig config(long segment, long most, long ballast) {
    return LogConfig.in(directory())
        .withSegments(segment, AN_HOUR)
        .keeping(Duration.ofHours(24), AN_HOUR)
        .atMost(most)
        .withBallast(ballast);
  }

  private ReadingLog open(LogConfig config) {
    return SegmentedLog.open(config, clock);
  }

  private Path directory() {
    return folder.resolve("log");
  }
}
