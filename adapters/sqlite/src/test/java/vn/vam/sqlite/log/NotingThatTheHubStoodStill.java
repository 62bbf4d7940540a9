package vn.vam.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.log.Place;
import vn.vam.core.log.ReadingLog;
import vn.vam.core.log.TakenUp;

class NotingThatTheHubStoodStill extends ALogInAFolder {
  @Test
  void each_start_is_kept_with_what_was_judged_and_where_the_log_ended() throws Exception {
    Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try (ReadingLog log = SegmentedLog.open(config(1), clock)) {
      log.takenUp(clock.instant(), Optional.empty(), Place.START);
      appendMany(log, 1, 3);
    }
    clock.forward(Duration.ofHours(2));
    try (ReadingLog log = SegmentedLog.open(config(1), clock)) {
      log.takenUp(clock.instant(), Optional.of(before), Place.of(2));
      append(log, "4");

      assertThat(kept().takenUp())
          .extracting(TakenUp::stoodSince, TakenUp::judged, TakenUp::logged)
          .containsExactly(
              tuple(Optional.empty(), Place.START, Place.of(0)),
              tuple(Optional.of(before), Place.of(2), Place.of(3)));
      assertThat(kept().takenUp().getLast().at())
          .isCloseTo(clock.instant(), within(1, ChronoUnit.MILLIS));
    }
  }

  @Test
  void what_was_logged_and_not_judged_was_looked_at_by_the_next_hub() {
    TakenUp mark = new TakenUp(clock.instant(), Optional.empty(), Place.of(2), Place.of(4));

    assertThat(mark.covers(2)).isFalse();
    assertThat(mark.covers(3)).isTrue();
    assertThat(mark.covers(4)).isTrue();
    assertThat(mark.covers(5)).isFalse();
  }

  @Test
  void a_segment_of_an_older_hub_tells_nothing_of_it_and_takes_it_from_now_on() throws Exception {
    try (ReadingLog log = open()) {
      append(log, "a");
    }
    assertThat(kept().takenUp()).isEmpty();

    try (ReadingLog log = open()) {
      log.takenUp(clock.instant(), Optional.empty(), Place.of(1));
    }
    assertThat(kept().takenUp()).hasSize(1);
  }

  @Test
  void batches_are_what_they_were_for_a_hub_that_does_not_know_of_it() throws Exception {
    try (ReadingLog log = open()) {
      append(log, "a");
      log.takenUp(clock.instant(), Optional.empty(), Place.of(1));
      append(log, "b");
    }

    try (Connection older =
            DriverManager.getConnection(
                "jdbc:sqlite:" + directory().resolve(segments().getFirst()));
        Statement statement = older.createStatement()) {
      assertThat(statement.executeQuery("SELECT max(number) FROM batch").getLong(1)).isEqualTo(2);
    }
  }

  private KeptLog kept() {
    return new KeptLog(directory());
  }
}
