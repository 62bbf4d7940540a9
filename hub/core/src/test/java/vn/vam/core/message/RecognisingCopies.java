package vn.vam.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.testing.HandClock;

/** Ten messages with an id or a time are remembered; three can be delivered again. */
class RecognisingCopies {
  private static final Identity OWN = new Identity.SourceId("e-1");
  private static final Identity TIMED = new Identity.DeviceTime();
  private static final Identity NONE = new Identity.None();

  private final HandClock clock = new HandClock(Instant.parse("2026-03-12T05:00:00Z"));
  private final DuplicateFilter filter = new DuplicateFilter(10, 3, this::nanos);

  private Duration setBack = Duration.ZERO;

  @Nested
  class WithAnIdOfTheirOwn {
    @Test
    void the_first_is_none() {
      assertThat(isCopy("a", OWN)).isFalse();
    }

    @Test
    void the_second_of_the_same_id_is_one_whatever_it_holds() {
      isCopy("a", OWN);

      assertThat(isCopy("b", OWN)).isTrue();
    }

    @Test
    void another_connection_makes_no_difference() {
      isCopy("c-1", "a", OWN);

      assertThat(isCopy("c-2", "a", OWN)).isTrue();
    }
  }

  @Nested
  class WithADeviceTime {
    @Test
    void the_same_content_is_a_copy_at_any_time() {
      isCopy("a", TIMED);

      assertThat(isCopy("a", TIMED)).isTrue();
    }

    @Test
    void the_third_is_one_too() {
      isCopy("a", TIMED);
      isCopy("a", TIMED);

      assertThat(isCopy("a", TIMED)).isTrue();
    }

    @Test
    void other_content_is_none() {
      isCopy("a", TIMED);

      assertThat(isCopy("b", TIMED)).isFalse();
    }

    @Test
    void at_least_as_many_are_remembered_as_promised() {
      isCopy("first", TIMED);
      for (int i = 0; i < 9; i++) {
        isCopy("other " + i, TIMED);
      }

      assertThat(isCopy("first", TIMED)).isTrue();
    }

    @Test
    void after_twice_as_many_it_is_forgotten() {
      isCopy("first", TIMED);
      for (int i = 0; i < 20; i++) {
        isCopy("other " + i, TIMED);
      }

      assertThat(isCopy("first", TIMED)).isFalse();
    }

    @Test
    void what_an_earlier_run_logged_is_remembered() {
      recall("a", TIMED);

      assertThat(isCopy("a", TIMED)).isTrue();
    }
  }

  @Nested
  class WithNeither {
    @Test
    void while_connected_equal_messages_are_two_samples() {
      isCopy("a", NONE);

      assertThat(isCopy("a", NONE)).isFalse();
    }

    @Test
    void right_after_a_reconnect_the_same_message_is_a_copy() {
      isCopy("a", NONE);
      filter.connecting("c-1");

      assertThat(isCopy("a", NONE)).isTrue();
    }

    @Test
    void each_of_the_last_ones_can_come_back_once() {
      isCopy("a", NONE);
      filter.connecting("c-1");
      isCopy("a", NONE);

      assertThat(isCopy("a", NONE)).isFalse();
    }

    @Test
    void two_equal_samples_can_both_come_back() {
      isCopy("a", NONE);
      isCopy("a", NONE);
      filter.connecting("c-1");

      assertThat(isCopy("a", NONE)).isTrue();
      assertThat(isCopy("a", NONE)).isTrue();
      assertThat(isCopy("a", NONE)).isFalse();
    }

    @Test
    void the_last_message_of_the_first_window_can_be_a_copy() {
      isCopy("a", NONE);
      filter.connecting("c-1");
      isCopy("x", NONE);
      isCopy("y", NONE);

      assertThat(isCopy("a", NONE)).isTrue();
    }

    @Test
    void beyond_the_first_window_everything_is_new() {
      isCopy("a", NONE);
      filter.connecting("c-1");
      isCopy("x", NONE);
      isCopy("y", NONE);
      isCopy("z", NONE);

      assertThat(isCopy("a", NONE)).isFalse();
    }

    @Test
    void a_message_from_before_the_last_window_cannot_come_back() {
      isCopy("a", NONE);
      isCopy("x", NONE);
      isCopy("y", NONE);
      isCopy("z", NONE);
      filter.connecting("c-1");

      assertThat(isCopy("a", NONE)).isFalse();
    }

    @Test
    void another_connections_reconnect_changes_nothing() {
      isCopy("a", NONE);
      filter.connecting("c-2");

      assertThat(isCopy("a", NONE)).isFalse();
    }

    @Test
    void a_second_reconnect_opens_the_window_anew() {
      isCopy("a", NONE);
      filter.connecting("c-1");
      isCopy("a", NONE);
      filter.connecting("c-1");

      assertThat(isCopy("a", NONE)).isTrue();
    }

    @Test
    void a_copy_is_among_the_last_messages_again() {
      for (String payload : List.of("a", "b", "c")) {
        isCopy(payload, NONE);
      }
      filter.connecting("c-1");
      isCopy("a", NONE);
      isCopy("d", NONE);
      filter.connecting("c-1");

      assertThat(isCopy("a", NONE)).isTrue();
    }

    @Test
    void also_where_an_earlier_run_logged_it_as_one() {
      List.of("a", "b", "c", "d", "a").forEach(RecognisingCopies.this::recallCopy);
      filter.connecting("c-1");

      assertThat(isCopy("a", NONE)).isTrue();
    }

    @Test
    void what_an_earlier_run_logged_can_come_back() {
      recall("a", NONE);
      filter.connecting("c-1");

      assertThat(isCopy("a", NONE)).isTrue();
    }
  }

  /** Its window is wide, so that time alone decides. */
  @Nested
  class OfASensorThatAlwaysSaysTheSame {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DuplicateFilter wide =
        new DuplicateFilter(10, 4_000, RecognisingCopies.this::nanos);

    @Test
    void none_of_every_minute_is_a_copy_however_often_the_connection_is_made_anew() {
      for (int minute = 0; minute < 2_000; minute++) {
        assertThat(says("0.4")).as("minute %d", minute).isFalse();
        passes(MINUTE.dividedBy(2));
        if (minute > 5 && minute % 3 == 0) {
          wide.connecting("c-1");
        }
        passes(MINUTE.dividedBy(2));
      }
    }

    @Test
    void none_of_every_second_is_one_either() {
      for (int second = 0; second < 2_000; second++) {
        assertThat(says("0.4")).as("second %d", second).isFalse();
        passes(SECOND.dividedBy(2));
        if (second > 5 && second % 7 == 0) {
          wide.connecting("c-1");
        }
        passes(SECOND.dividedBy(2));
      }
    }

    @Test
    void what_it_said_during_an_outage_comes_at_once_and_is_new() {
      saysEvery(SECOND, 120);
      passes(SECOND.multipliedBy(30));
      wide.connecting("c-1");

      for (int second = 0; second < 30; second++) {
        assertThat(says("0.4")).isFalse();
      }
    }

    @Test
    void one_more_than_it_can_have_said_is_a_copy() {
      saysEvery(SECOND, 120);
      wide.connecting("c-1");
      says("0.4");
      says("0.4");

      assertThat(says("0.4")).isTrue();
    }

    @Test
    void an_earlier_run_makes_no_difference() {
      for (int second = 0; second < 60; second++) {
        wide.begin("c-1");
        RawMessage message = message("c-1", "0.4");
        wide.recall(message, IdentityKey.of(message, NONE), NONE);
        passes(SECOND);
      }
      passes(Duration.ofHours(1));
      wide.connecting("c-1");

      assertThat(says("0.4")).isFalse();
    }

    @Test
    void what_was_acknowledged_long_before_the_connection_was_lost_never_comes_again() {
      wide.connecting("c-1");
      says("0.4");
      passes(Redeliveries.UNCERTAIN.plusMillis(1));
      wide.connecting("c-1");

      assertThat(says("0.4")).isFalse();
    }

    @Test
    void what_was_never_acknowledged_comes_again_however_long_that_took() {
      tells("0.4");
      passes(Duration.ofHours(1));
      wide.connecting("c-1");

      assertThat(says("0.4")).isTrue();
    }

    @Test
    void what_comes_a_while_after_the_reconnect_is_new() {
      says("0.4");
      wide.connecting("c-1");
      passes(Redeliveries.AT_ONCE.plusMillis(1));

      assertThat(says("0.4")).isFalse();
    }

    @Test
    void while_the_broker_is_away_nothing_becomes_certain() {
      says("0.4");
      for (int minute = 0; minute < 60; minute++) {
        wide.connecting("c-1");
        passes(MINUTE);
      }
      wide.connecting("c-1");

      assertThat(says("0.4")).isTrue();
    }

    @Test
    void a_clock_that_is_set_changes_nothing() {
      says("0.4");
      wide.connecting("c-1");
      setBack = Duration.ofHours(1);
      assertThat(says("0.4")).isTrue();
      wide.connecting("c-1");
      setBack = Duration.ofDays(-1);

      assertThat(says("0.4")).isTrue();
    }

    @Test
    void what_did_not_come_before_the_connection_was_lost_once_more_still_comes() {
      for (String payload : List.of("0.4", "0.5")) {
        wide.begin("c-1");
        RawMessage message = message("c-1", payload);
        wide.recall(message, IdentityKey.of(message, NONE), NONE);
      }
      passes(Duration.ofHours(1));
      wide.connecting("c-1");
      says("0.4");
      passes(SECOND);
      wide.connecting("c-1");

      assertThat(says("0.5")).isTrue();
    }

    @Test
    void nor_is_it_lost_on_a_line_that_was_dead_for_minutes() {
      recalls("0.4");
      recalls("0.5");
      wide.connecting("c-1");
      says("0.4");
      passes(Duration.ofMinutes(10));
      wide.connecting("c-1");

      assertThat(says("0.5")).isTrue();
    }

    @Test
    void while_copies_follow_each_other_the_next_is_one_however_long_it_takes_in_all() {
      List<String> payloads = IntStream.range(0, 5).mapToObj(i -> "0." + i).toList();
      payloads.forEach(this::says);
      wide.connecting("c-1");

      for (String payload : payloads) {
        passes(Duration.ofSeconds(50));
        assertThat(says(payload)).isTrue();
      }
    }

    @Test
    void what_was_received_at_once_is_one_however_late_the_disk_lets_it_be_taken() {
      says("0.4");
      says("0.5");
      wide.connecting("c-1");
      says("0.4");
      setBack = Duration.ofMinutes(10);
      passes(Duration.ofMinutes(10));

      assertThat(says("0.5")).isTrue();
    }

    @Test
    void while_the_hub_is_away_neither() {
      wide.begin("c-1");
      RawMessage message = message("c-1", "0.4");
      wide.recall(message, IdentityKey.of(message, NONE), NONE);
      passes(Duration.ofHours(1));
      wide.connecting("c-1");

      assertThat(says("0.4")).isTrue();
    }

    @Test
    void a_copy_whose_acknowledgement_was_lost_too_comes_a_third_time() {
      wide.begin("c-1");
      RawMessage message = message("c-1", "0.4");
      IdentityKey key = IdentityKey.of(message, NONE);
      wide.recall(message, key, NONE);
      passes(Duration.ofHours(1));
      wide.begin("c-1");
      wide.recallCopy(message("c-1", "0.4"), key);
      RawMessage other = message("c-1", "0.5");
      wide.begin("c-1");
      wide.recall(other, IdentityKey.of(other, NONE), NONE);
      wide.connecting("c-1");

      assertThat(says("0.4")).isTrue();
    }

    @Test
    void nor_where_the_clock_of_the_earlier_run_was_ahead_for_its_last_messages() {
      recalls("0.4");
      setBack = Duration.ofDays(-2);
      recalls("0.5");
      wide.connecting("c-1");
      setBack = Duration.ZERO;

      assertThat(says("0.4")).isTrue();
      assertThat(says("0.5")).isTrue();
    }

    @Test
    void nor_where_one_restart_followed_the_other_for_minutes() {
      recalls("0.4");
      for (int minute = 0; minute < 10; minute++) {
        passes(Duration.ofMinutes(1));
        recalls("0.5" + minute);
      }
      wide.connecting("c-1");

      assertThat(says("0.4")).isTrue();
    }

    @Test
    void a_copy_of_what_lies_too_far_back_in_the_log_stands_for_it() {
      for (Identity identity : List.of(NONE, TIMED)) {
        RawMessage message = message("c-1", "0.4");
        wide.begin("c-1");
        wide.recallCopy(message, IdentityKey.of(message, identity));
      }
      wide.connecting("c-1");

      assertThat(says("0.4")).isTrue();
      RawMessage timed = message("c-1", "0.4");
      assertThat(wide.isCopy(timed, IdentityKey.of(timed, TIMED), TIMED)).isTrue();
    }

    private void recalls(String payload) {
      RawMessage message = message("c-1", payload);
      wide.begin("c-1");
      wide.recall(message, IdentityKey.of(message, NONE), NONE);
      passes(SECOND);
    }

    private void saysEvery(Duration pause, int times) {
      for (int i = 0; i < times; i++) {
        says("0.4");
        passes(pause);
      }
    }

    private boolean says(String payload) {
      boolean copy = tells(payload);
      wide.acknowledged();
      return copy;
    }

    private boolean tells(String payload) {
      wide.begin("c-1");
      RawMessage message = message("c-1", payload);
      return wide.isCopy(message, IdentityKey.of(message, NONE), NONE);
    }

    private void passes(Duration time) {
      clock.forward(time);
    }
  }

  @Nested
  class TakenApart {
    @Test
    void parts_of_one_message_count_once_among_the_last() {
      isCopy("a", NONE);
      isCopy("b", NONE);
      parts("p", "q", "r", "s");
      filter.connecting("c-1");

      assertThat(isCopy("a", NONE)).isTrue();
      assertThat(isCopy("b", NONE)).isTrue();
      assertThat(parts("p", "q", "r", "s")).containsOnly(true);
    }

    @Test
    void they_are_forgotten_together() {
      parts("p", "q", "r", "s");
      isCopy("a", NONE);
      isCopy("b", NONE);
      isCopy("c", NONE);
      filter.connecting("c-1");

      assertThat(parts("p", "q", "r", "s")).containsOnly(false);
    }

    @Test
    void a_part_of_another_kind_does_not_make_two_of_them() {
      filter.begin("c-1");
      ask("c-1", "p", NONE);
      ask("c-1", "timed", TIMED);
      ask("c-1", "q", NONE);
      isCopy("a", NONE);
      isCopy("b", NONE);
      filter.connecting("c-1");

      assertThat(parts("p", "q")).containsOnly(true);
    }

    private List<Boolean> parts(String... payloads) {
      filter.begin("c-1");
      return Stream.of(payloads).map(payload -> ask("c-1", payload, NONE)).toList();
    }
  }

  private boolean isCopy(String payload, Identity identity) {
    return isCopy("c-1", payload, identity);
  }

  private boolean isCopy(String connection, String payload, Identity identity) {
    filter.begin(connection);
    return ask(connection, payload, identity);
  }

  private boolean ask(String connection, String payload, Identity identity) {
    RawMessage message = message(connection, payload);
    return filter.isCopy(message, IdentityKey.of(message, identity), identity);
  }

  private long nanos() {
    return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
  }

  private void recallCopy(String payload) {
    RawMessage message = message("c-1", payload);
    filter.begin("c-1");
    filter.recallCopy(message, IdentityKey.of(message, NONE));
  }

  private void recall(String payload, Identity identity) {
    RawMessage message = message("c-1", payload);
    filter.begin("c-1");
    filter.recall(message, IdentityKey.of(message, identity), identity);
  }

  private RawMessage message(String connection, String payload) {
    return new RawMessage(
        "native",
        connection,
        "topic",
        Payload.ofText(payload),
        false,
        clock.instant().minus(setBack));
  }
}
