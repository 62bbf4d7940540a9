package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.cleared;
import static vn.vam.sqlite.state.StateFile.draft;
import static vn.vam.sqlite.state.StateFile.raised;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.PhoneNumber;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.citizen.ProfileChange.KeepNumber;
import vn.vam.core.log.Place;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Evidence;
import vn.vam.core.notify.Fanouts.Fanout;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Unconfirmed.Overdue;
import vn.vam.core.notify.Way;

class KeepingWays {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Instant LATER = NOON.plus(TEN_MINUTES);

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
    state.answers("follow", "u1", List.of(), new ProfileChange.Follow());
  }

  @AfterEach
  void close() {
    state.close();
  }

  private static Draft danger(String key, String citizen) {
    return new Draft(
        key,
        citizen,
        "Nước mặn",
        List.of(),
        2,
        Optional.of(NOON.plus(Duration.ofHours(12))),
        Optional.of("Nước mặn, có thể lặp lại"));
  }

  /** Tells this of the oldest notice. */
  private void tells(Draft... drafts) {
    state.outbox().tell(notice(), List.of(drafts), NOON);
  }

  private AlertNotice notice() {
    return state.outbox().nextNotice(0).orElseThrow();
  }

  private String fate(String key) {
    return state.ask(
        "SELECT state || ' ' || coalesce(reason, '') FROM outbox WHERE key = '" + key + "'");
  }

  @Nested
  class Reaching {
    @Test
    void the_last_word_of_a_citizen_is_remembered_and_the_number_they_gave() {
      state.answers("number", "u1", List.of(), new KeepNumber(new PhoneNumber("84987654321")));
      state.writes(draft("a/u1", "u1", 1));

      OutboxMessage message = state.lease(NOON);

      assertThat(state.reach().of(message).lastContact()).contains(NOON);
      assertThat(state.reach().of(message).phone()).contains("84987654321");
      assertThat(state.reach().of(message).tried()).isEmpty();
    }

    @Test
    void nothing_of_it_is_left_of_somebody_who_was_erased() {
      state.answers("number", "u1", List.of(), new KeepNumber(new PhoneNumber("84987654321")));
      state.answers("erase", "u1", List.of(), new ProfileChange.Erase());

      assertThat(state.ask("SELECT count(*) FROM contact WHERE citizen = 'u1'")).isEqualTo("0");
      assertThat(state.ask("SELECT count(*) FROM phone")).isEqualTo("0");
    }

    @Test
    void a_way_that_failed_is_kept_and_the_message_is_due_at_once() {
      state.writes(draft("a/u1", "u1", 1));
      settle(new Delivery.OtherWay("code -230", Way.CONSULTATION, new Delivery.Rests("code -230")));
      settle(new Delivery.OtherWay("code -249", Way.TEMPLATE, new Delivery.Rests("code -249")));

      assertThat(state.reach().of(state.lease(NOON)).tried())
          .containsExactlyInAnyOrder(Way.CONSULTATION, Way.TEMPLATE);
    }

    @Test
    void what_rests_is_due_when_its_citizen_says_something_and_all_ways_are_open_again() {
      state.writes(draft("a/u1", "u1", 1));
      settle(new Delivery.OtherWay("code -230", Way.CONSULTATION, new Delivery.Rests("code -230")));
      settle(new Delivery.Rests("no way"));
      assertThat(state.outbox().lease(NOON.plusSeconds(1))).isEmpty();

      state.answers("word", "u1", List.of());

      OutboxMessage message = state.lease(NOON.plusSeconds(2));
      assertThat(state.reach().of(message).tried()).isEmpty();
    }

    @Test
    void what_rests_too_long_is_not_sent_any_more() {
      state.writes(danger("a/u1", "u1"));
      settle(new Delivery.Rests("no way"));

      assertThat(state.outbox().lease(NOON.plus(Duration.ofHours(13)))).isEmpty();
      assertThat(fate("a/u1")).isEqualTo("UNDELIVERABLE expired");
    }

    @Test
    void what_waits_for_the_morning_goes_then_or_when_its_citizen_says_something() {
      state.writes(danger("a/u1", "u1"), danger("b/u2", "u2"));
      settle(new Delivery.Rests("by phone in the morning", Duration.ofHours(7)));
      settle(new Delivery.Rests("by phone in the morning", Duration.ofHours(7)));

      assertThat(state.outbox().lease(NOON.plus(Duration.ofHours(6)))).isEmpty();
      state.answers("word", "u2", List.of());
      assertThat(state.lease(NOON.plusSeconds(1)).draft().citizen()).isEqualTo("u2");
      assertThat(state.lease(NOON.plus(Duration.ofHours(7))).draft().citizen()).isEqualTo("u1");
    }

    @Test
    void what_rests_holds_back_no_danger_of_something_else() {
      state.writes(danger("A-1/raised/u1", "u1"));
      settle(new Delivery.Rests("by phone in the morning", Duration.ofHours(7)));

      state.writes(danger("A-2/raised/u1", "u1"));

      assertThat(state.lease(NOON).draft().key()).isEqualTo("A-2/raised/u1");
    }

    @Test
    void but_whatever_tells_of_the_same_rests_behind_it() {
      state.execute("INSERT INTO summary_change VALUES (1, 1, 'RAISED'), (1, 2, 'RAISED')");
      state.writes(danger("S-1/storm/u1", "u1"));
      settle(new Delivery.Rests("by phone in the morning", Duration.ofHours(7)));

      state.writes(danger("A-1/cleared/u1", "u1"));

      assertThat(state.outbox().lease(NOON)).isEmpty();
      assertThat(fate("A-1/cleared/u1")).startsWith("WAITING");
      state.answers("word", "u1", List.of());
      assertThat(state.lease(NOON).draft().key()).isEqualTo("S-1/storm/u1");
    }

    @Test
    void a_clock_set_back_by_an_hour_delays_no_further_try() {
      state.writes(draft("a/u1", "u1", 1));
      settle(new Delivery.RetryLater("busy", Duration.ofMinutes(1)));

      assertThat(state.outbox().lease(NOON.plusSeconds(30))).isEmpty();
      assertThat(state.outbox().lease(NOON.minus(Duration.ofHours(1)))).isPresent();
    }

    @Test
    void a_clock_set_back_by_seven_hours_delays_no_first_try() {
      state.writes(draft("a/u1", "u1", 1));

      assertThat(state.outbox().lease(NOON.minus(Duration.ofHours(7)))).isPresent();
    }
  }

  private void settle(Delivery delivery) {
    state.outbox().settle(state.lease(NOON), delivery, NOON);
  }

  @Nested
  class Superseding {
    @Test
    void an_alarm_that_was_not_sent_before_its_all_clear_is_not_sent_late() {
      state.raises(0.6);
      String alert = notice().alert();
      tells(draft(alert + "/raised/u1", "u1", 1), draft(alert + "/raised/u2", "u2", 1));
      state.desk().commit(Place.of(2), List.of(), List.of(cleared(0.3)), NOON);
      tells(draft(alert + "/cleared/u1", "u1", 1));

      assertThat(fate(alert + "/raised/u1")).isEqualTo("UNDELIVERABLE superseded");
      assertThat(fate(alert + "/raised/u2")).startsWith("WAITING");
      assertThat(fate(alert + "/cleared/u1")).startsWith("WAITING");
    }

    @Test
    void what_is_under_way_or_of_another_alert_stays() {
      state.raises(0.6);
      String alert = notice().alert();
      tells(draft(alert + "/raised/u1", "u1", 1));
      state.writes(draft(alert + "0/raised/u1", "u1", 0));
      state.lease(NOON);
      state.desk().commit(Place.of(2), List.of(), List.of(cleared(0.3)), NOON);
      tells(draft(alert + "/cleared/u1", "u1", 1));

      assertThat(fate(alert + "/raised/u1")).startsWith("SENDING");
      assertThat(fate(alert + "0/raised/u1")).startsWith("WAITING");
    }
  }

  @Nested
  class Confirming {
    @BeforeEach
    void a_danger_is_delivered() {
      state.raises(0.6);
      tells(danger("A-1/raised/u1", "u1"));
      settle(new Delivery.Delivered("m-1", Way.CONSULTATION));
    }

    @Test
    void a_danger_no_phone_confirms_is_overdue_after_its_time() {
      assertThat(state.unconfirmed().overdue(TEN_MINUTES, NOON.plusSeconds(599), 10)).isEmpty();
      assertThat(state.unconfirmed().overdue(TEN_MINUTES, LATER, 10))
          .singleElement()
          .satisfies(overdue -> assertThat(overdue.way()).isEqualTo(Way.CONSULTATION))
          .satisfies(
              overdue ->
                  assertThat(overdue.message().draft().text())
                      .isEqualTo("Nước mặn, có thể lặp lại"));
    }

    @Test
    void a_receipt_ends_it() {
      state.doubts().hear(new Evidence.Received("m-1", NOON), NOON);

      assertThat(state.unconfirmed().overdue(TEN_MINUTES, LATER, 10)).isEmpty();
    }

    @Test
    void it_goes_on_another_way_with_the_words_for_a_second_time() {
      state.unconfirmed().goesOn(overdue(), LATER);

      OutboxMessage again = state.lease(LATER);
      assertThat(again.draft().text()).isEqualTo("Nước mặn, có thể lặp lại");
      assertThat(state.reach().of(again).tried()).containsExactly(Way.CONSULTATION);
      assertThat(state.unconfirmed().overdue(TEN_MINUTES, LATER, 10)).isEmpty();
    }

    @Test
    void until_another_way_opens_it_stays_delivered_and_then_is_looked_at_again() {
      state.unconfirmed().waits(overdue(), LATER.plus(TEN_MINUTES));

      assertThat(state.outbox().counts().delivered()).isEqualTo(1);
      assertThat(state.unconfirmed().overdue(TEN_MINUTES, LATER, 10)).isEmpty();
      assertThat(state.unconfirmed().overdue(TEN_MINUTES, LATER.plus(TEN_MINUTES), 10)).hasSize(1);
    }

    @Test
    void a_receipt_that_comes_before_that_ends_it_too() {
      state.unconfirmed().waits(overdue(), LATER);

      state.doubts().hear(new Evidence.Received("m-1", LATER), LATER);

      assertThat(state.unconfirmed().overdue(TEN_MINUTES, LATER.plus(TEN_MINUTES), 10)).isEmpty();
    }

    @Test
    void without_another_way_it_stays_delivered() {
      state.unconfirmed().ends(overdue());

      assertThat(state.outbox().lease(LATER)).isEmpty();
      assertThat(state.outbox().counts().delivered()).isEqualTo(1);
      assertThat(state.ask("SELECT count(*) FROM unconfirmed")).isEqualTo("0");
    }

    @Test
    void nothing_of_it_is_left_of_somebody_who_was_erased() {
      state.answers("erase", "u1", List.of(), new ProfileChange.Erase());

      assertThat(state.ask("SELECT count(*) FROM unconfirmed")).isEqualTo("0");
    }

    private Overdue overdue() {
      return state.unconfirmed().overdue(TEN_MINUTES, LATER, 10).getFirst();
    }
  }

  @Nested
  class TellingMany {
    private static final int MANY = 5_000;

    @BeforeEach
    void many_are_told() {
      state.raises(0.6);
      tells(
          IntStream.range(0, MANY)
              .mapToObj(i -> draft("A-1/raised/c" + i, "c" + i, 1))
              .toArray(Draft[]::new));
    }

    @Test
    void how_far_it_has_come_is_seen() {
      settle(new Delivery.Delivered("m-1"));
      settle(new Delivery.Undeliverable("blocked"));
      state.lease(NOON);

      assertThat(state.fanouts().newest(10))
          .containsExactly(new Fanout("A-1/raised", NOON, MANY, MANY - 2, 1, 0, 0, 1, false));
    }

    @Test
    void it_can_be_stopped_and_what_is_told_again_stays_untold() {
      settle(new Delivery.Delivered("m-1"));

      assertThat(state.fanouts().stop("A-1/raised", NOON)).isEqualTo(MANY - 1);

      assertThat(state.outbox().lease(LATER)).isEmpty();
      state
          .outbox()
          .tell(
              new AlertNotice(99, "A-1", raised(0.6)),
              List.of(draft("A-1/raised/z", "z", 1)),
              NOON);
      assertThat(state.outbox().lease(LATER)).isEmpty();
      assertThat(state.fanouts().newest(10).getFirst().stopped()).isTrue();
    }

    @Test
    void what_nobody_knows_cannot_be_stopped() {
      assertThat(state.fanouts().stop("A-9/raised", NOON)).isNegative();
    }

    @Test
    void a_graver_one_overtakes_it() {
      state.writes(danger("A-2/raised/u1", "u1"));

      assertThat(state.lease(NOON).draft().key()).isEqualTo("A-2/raised/u1");
    }

    @Test
    void a_crash_between_two_portions_tells_nobody_twice() {
      List<Draft> all =
          IntStream.range(0, MANY).mapToObj(i -> draft("A-1/raised/c" + i, "c" + i, 1)).toList();

      state.outbox().tell(new AlertNotice(99, "A-1", raised(0.6)), all, NOON);

      assertThat(state.outbox().counts().waiting()).isEqualTo(MANY);
    }
  }
}
