package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.cleared;
import static vn.vam.sqlite.state.StateFile.draft;
import static vn.vam.sqlite.state.StateFile.raised;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.citizen.Quiet;
import vn.vam.core.log.Place;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.GatherDesk.Held;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;

/** Who heard an alarm hears of its end, and nobody else. */
class HearingOfTheEnd {
  private static final Quiet NIGHT = Quiet.between(LocalTime.of(22, 0), LocalTime.of(5, 0));
  private static final Instant MIDNIGHT = Instant.parse("2026-03-12T17:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-03-12T22:01:00Z");

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
    state.answers("one follows", "u1", List.of(), new ProfileChange.Follow());
    state.answers("another follows", "u2", List.of(), new ProfileChange.Follow());
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Nested
  class OfAnAlert {
    @BeforeEach
    void it_is_raised() {
      state.raises(0.6);
      tells("A-1/raised/u1");
    }

    @Test
    void who_heard_the_alarm_hears_of_its_end() {
      delivers();
      clears();

      assertThat(sent(NOON)).containsExactly("nội dung A-1/cleared/u1");
    }

    @Test
    void an_alarm_and_its_end_in_one_night_wake_nobody_and_greet_nobody() {
      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();
      clears();

      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();
      assertThat(state.outbox(NIGHT).lease(MORNING)).isEmpty();
      assertThat(fate("A-1/raised/u1")).isEqualTo("UNDELIVERABLE superseded");
      assertThat(fate("A-1/cleared/u1")).isEqualTo("UNDELIVERABLE its alarm was not heard");
    }

    @Test
    void an_alarm_that_was_certainly_not_delivered_has_no_end_to_hear_of() {
      settles(new Delivery.Undeliverable("code -213"));
      clears();

      assertThat(sent(NOON)).isEmpty();
    }

    @Test
    void who_may_have_heard_hears_of_the_end() {
      settles(new Delivery.Unclear("no answer"));
      state.doubts().end(NOON.plusSeconds(61));
      clears();

      assertThat(sent(NOON.plusSeconds(62))).containsExactly("nội dung A-1/cleared/u1");
    }

    @Test
    void an_end_waits_for_an_alarm_under_way_and_is_as_needless_as_that_turns_out() {
      OutboxMessage alarm = state.lease(NOON);
      clears();
      assertThat(state.outbox().lease(NOON)).isEmpty();

      state.outbox().settle(alarm, new Delivery.Undeliverable("code -213"), NOON);

      assertThat(sent(NOON)).isEmpty();
      assertThat(fate("A-1/cleared/u1")).isEqualTo("UNDELIVERABLE its alarm was not heard");
    }

    @Test
    void who_was_never_told_of_it_gets_no_all_clear_out_of_nowhere() {
      delivers();
      clears("A-1/cleared/u1", "A-1/cleared/u2");

      assertThat(sent(NOON)).containsExactly("nội dung A-1/cleared/u1");
      assertThat(fate("A-1/cleared/u2")).isEqualTo("UNDELIVERABLE its alarm was not heard");
    }

    @Test
    void who_agreed_while_it_stood_and_was_told_then_hears_of_its_end() {
      delivers();
      tells("A-1/raised/u2");
      delivers();
      clears("A-1/cleared/u1", "A-1/cleared/u2");

      assertThat(sent(NOON)).containsExactly("nội dung A-1/cleared/u1", "nội dung A-1/cleared/u2");
    }
  }

  @Nested
  class OfALimit {
    @Test
    void passed_and_over_in_one_night_is_told_to_nobody() {
      tells("own.7/raised/1");
      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();
      tells("own.7/cleared/2");

      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();
      assertThat(state.outbox(NIGHT).lease(MORNING)).isEmpty();
    }

    @Test
    void the_last_thing_heard_counts_however_often_it_changed_since() {
      tells("own.7/raised/1");
      delivers();
      tells("own.7/cleared/2");
      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();
      tells("own.7/raised/3");
      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();
      tells("own.7/cleared/4");
      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();

      assertThat(state.outbox(NIGHT).lease(MORNING))
          .hasValueSatisfying(
              message -> assertThat(message.draft().key()).isEqualTo("own.7/cleared/4"));
    }

    @Test
    void of_another_limit_nothing_is_taken_back() {
      tells("own.71/raised/1");
      delivers();
      tells("own.7/cleared/2");
      tells("own.71/cleared/3");

      assertThat(sent(NOON)).containsExactly("nội dung own.71/cleared/3");
    }
  }

  @Nested
  class OfSeveralLimits {
    @Test
    void told_together_each_is_known_to_be_heard_or_not() {
      tells("own.7+own.71/raised/1");
      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();
      tells("own.7+own.71/cleared/2");

      assertThat(state.outbox(NIGHT).lease(MORNING)).isEmpty();
    }

    @Test
    void the_end_of_one_is_told_to_who_heard_of_it_with_others() {
      tells("own.7+own.71/raised/1");
      delivers();
      tells("own.71/cleared/2");

      assertThat(sent(NOON)).containsExactly("nội dung own.71/cleared/2");
    }
  }

  @Nested
  class OfAStorm {
    @BeforeEach
    void two_alerts_are_raised() {
      state.raises(0.6);
      state.desk().commit(Place.of(2), List.of(), List.of(other(true)), NOON);
    }

    @Test
    void who_heard_a_summary_hears_of_the_end_of_each() {
      summary();
      delivers();
      clears();

      assertThat(sent(NOON)).containsExactly("nội dung A-1/cleared/u1");
    }

    @Test
    void a_summary_of_a_night_that_is_over_is_told_to_nobody_nor_are_the_ends() {
      summary();
      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();
      clears();
      state.desk().commit(Place.of(4), List.of(), List.of(other(false)), NOON);
      tells("A-2/cleared/u1");

      assertThat(state.outbox(NIGHT).lease(MORNING)).isEmpty();
      assertThat(fate("A-1/cleared/u1")).isEqualTo("UNDELIVERABLE its alarm was not heard");
    }

    @Test
    void a_summary_of_ends_takes_the_place_of_one_of_alarms_that_was_not_sent() {
      summary();
      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();
      state.desk().commit(Place.of(3), List.of(), List.of(cleared(0.3), other(false)), NOON);
      summary();

      assertThat(state.outbox(NIGHT).lease(MORNING)).isEmpty();
    }

    @Test
    void a_summary_of_ends_is_told_to_who_heard_an_alarm() {
      summary();
      delivers();
      state.desk().commit(Place.of(3), List.of(), List.of(cleared(0.3), other(false)), NOON);
      summary();

      assertThat(sent(NOON)).hasSize(1);
    }

    private void summary() {
      while (state.outbox().nextNotice(0).isPresent()) {
        state.gathers().hold(state.outbox().nextNotice(0).orElseThrow(), NOON);
      }
      List<AlertNotice> notices = state.gathers().held().stream().map(Held::notice).toList();
      long number = state.gathers().close(notices);
      state
          .gathers()
          .tell(number, notices, List.of(draft("S-" + number + "/storm/u1", "u1", 1)), NOON);
    }
  }

  private static AlertChange other(boolean begins) {
    RuleId rule = new RuleId("flood");
    return begins
        ? new AlertChange.Raised(rule, StateFile.XUAN_HOA, Severity.WARNING, NOON, 1)
        : new AlertChange.Cleared(rule, StateFile.XUAN_HOA, Severity.WARNING, NOON, 0);
  }

  /** As if one change were told to all these. */
  private void tells(String... keys) {
    List<Draft> drafts =
        List.of(keys).stream()
            .map(key -> draft(key, key.startsWith("own") ? "u1" : key.replaceAll(".*/", ""), 1))
            .toList();
    AlertNotice notice =
        state.outbox().nextNotice(0).orElse(new AlertNotice(-1, "A-0", raised(0.6)));
    state.outbox().tell(notice, drafts, NOON);
  }

  private void clears(String... keys) {
    state.desk().commit(Place.of(3), List.of(), List.of(cleared(0.3)), NOON);
    tells(keys.length == 0 ? new String[] {"A-1/cleared/u1"} : keys);
  }

  private void settles(Delivery delivery) {
    state.outbox().settle(state.lease(NOON), delivery, NOON);
  }

  private void delivers() {
    settles(new Delivery.Delivered("m-1"));
  }

  private List<String> sent(Instant now) {
    return state.leasedTexts(now);
  }

  private String fate(String key) {
    return state.ask("SELECT state || ' ' || reason FROM outbox WHERE key = '" + key + "'");
  }
}
