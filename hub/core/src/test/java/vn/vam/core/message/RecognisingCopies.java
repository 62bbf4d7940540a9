package vn.vam.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Ten messages with an id or a time are remembered; three can be delivered again. */
class RecognisingCopies {
  private static final Identity OWN = new Identity.SourceId("e-1");
  private static final Identity TIMED = new Identity.DeviceTime();
  private static final Identity NONE = new Identity.None();

  private final DuplicateFilter filter = new DuplicateFilter(10, 3);

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
    void what_an_earlier_run_logged_can_come_back() {
      recall("a", NONE);
      filter.connecting("c-1");

      assertThat(isCopy("a", NONE)).isTrue();
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

  private void recall(String payload, Identity identity) {
    RawMessage message = message("c-1", payload);
    filter.begin("c-1");
    filter.recall(message, IdentityKey.of(message, identity), identity);
  }

  private static RawMessage message(String connection, String payload) {
    return new RawMessage(
        "native", connection, "topic", Payload.ofText(payload), false, Instant.EPOCH);
  }
}
