package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.cleared;
import static vn.vam.sqlite.state.StateFile.escalated;
import static vn.vam.sqlite.state.StateFile.raised;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.Acted;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.AlertEvent.Kind;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.log.Place;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Severity;

class LookingAfterAlerts {
  private static final Instant LATER = NOON.plus(Duration.ofHours(2));
  private static final OperatorAction TAKE = new OperatorAction.Acknowledge();
  private static final OperatorAction GIVE = new OperatorAction.Assign("minh");
  private static final OperatorAction PUT_OFF = new OperatorAction.Snooze(LATER);
  private static final OperatorAction NOTE = new OperatorAction.Comment("đã gọi cho cống");

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void raise() {
    state = new StateFile(folder);
    commit(raised(0.6));
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Nested
  class Acknowledging {
    @Test
    void tells_who_took_it_on() {
      Alert taken = done(TAKE, "lan");

      assertThat(taken.state()).isEqualTo(AlertState.ACKNOWLEDGED);
      assertThat(taken.assignee()).contains("lan");
    }

    @Test
    void a_second_time_changes_nothing() {
      done(TAKE, "lan");

      assertThat(done(TAKE, "minh").assignee()).contains("lan");
      assertThat(kinds()).containsExactly(Kind.RAISED, Kind.ACKNOWLEDGED);
    }

    @Test
    void a_cleared_alert_finds_it_over() {
      commit(cleared(0.3));

      assertThat(act(TAKE, "lan")).isInstanceOf(Acted.Over.class);
      assertThat(kinds()).containsExactly(Kind.RAISED, Kind.CLEARED);
    }

    @Test
    void does_not_open_a_second_alert() {
      done(TAKE, "lan");

      assertThat(commit(raised(0.9))).isEmpty();
    }

    @Test
    void an_acknowledged_alert_can_be_cleared() {
      done(TAKE, "lan");

      assertThat(commit(cleared(0.3))).hasSize(1);
    }

    @Test
    void what_is_no_number_finds_nothing() {
      for (String number : List.of("A-9", "1 OR 1=1", "A-" + "9".repeat(30))) {
        assertThat(state.operators().act(number, TAKE, "lan", NOON)).isEqualTo(new Acted.Unknown());
        assertThat(state.operators().history(number)).isEmpty();
        assertThat(state.operators().alert(number)).isEmpty();
      }
    }
  }

  @Nested
  class Assigning {
    @Test
    void takes_it_on_in_the_name_of_another() {
      Alert given = done(GIVE, "lan");

      assertThat(given.state()).isEqualTo(AlertState.ACKNOWLEDGED);
      assertThat(given.assignee()).contains("minh");
    }

    @Test
    void may_follow_an_acknowledgement() {
      done(TAKE, "lan");

      assertThat(done(GIVE, "lan").assignee()).contains("minh");
    }
  }

  @Nested
  class Closing {
    private static final OperatorAction CLOSE = new OperatorAction.Close("báo nhầm");

    @Test
    void ends_it_with_who_and_why() {
      Alert closed = done(CLOSE, "lan");

      assertThat(closed.state()).isEqualTo(AlertState.CLEARED);
      assertThat(closed.clearedAt()).isPresent();
      assertThat(closed.ending()).contains(Ending.BY_HAND);
      assertThat(kinds()).containsExactly(Kind.RAISED, Kind.CLOSED);
      assertThat(act(CLOSE, "lan")).isInstanceOf(Acted.Over.class);
    }

    @Test
    void those_who_were_told_of_it_are_told_that_it_was_closed_by_hand() {
      done(CLOSE, "lan");

      AlertNotice raised = state.outbox().nextNotice(0).orElseThrow();
      AlertNotice closed = state.outbox().nextNotice(raised.id()).orElseThrow();

      assertThat(closed.change())
          .isInstanceOfSatisfying(
              AlertChange.Cleared.class,
              change -> assertThat(change.ending()).isEqualTo(Ending.BY_HAND));
    }

    @Test
    void who_was_kept_from_it_by_a_shelf_is_not_told() {
      commit(cleared(0.3));
      act(new OperatorAction.Shelve(LATER), "lan");
      commit(raised(0.7));
      long before = notices();
      state.operators().act("A-2", CLOSE, "lan", NOON);

      assertThat(notices()).isEqualTo(before);
    }

    @Test
    void its_rule_may_go_on_to_its_own_end_and_nobody_hears_of_it() {
      done(CLOSE, "lan");
      long before = notices();

      assertThat(commit(cleared(0.3))).isEmpty();
      assertThat(notices()).isEqualTo(before);
      assertThat(commit(raised(0.9))).hasSize(1);
    }

    @Test
    void what_gets_graver_is_raised_anew() {
      done(CLOSE, "lan");

      Alert graver = commit(escalated(Severity.DANGER, 4.2)).getFirst();

      assertThat(graver.number()).isEqualTo("A-2");
      assertThat(graver.state()).isEqualTo(AlertState.RAISED);
      assertThat(graver.severity()).isEqualTo(Severity.DANGER);
    }

    @Test
    void operators_who_had_it_hear_who_closed_it() {
      done(TAKE, "minh");
      done(CLOSE, "lan");

      assertThat(state.calls().over())
          .singleElement()
          .satisfies(told -> assertThat(told.closedBy()).contains("lan"));
    }

    private long notices() {
      long found = 0;
      for (var next = state.outbox().nextNotice(0);
          next.isPresent();
          next = state.outbox().nextNotice(next.get().id())) {
        found++;
      }
      return found;
    }
  }

  @Nested
  class Snoozing {
    @Test
    void takes_it_on_until_then() {
      Alert snoozed = done(PUT_OFF, "lan");

      assertThat(snoozed.state()).isEqualTo(AlertState.ACKNOWLEDGED);
      assertThat(snoozed.assignee()).contains("lan");
      assertThat(snoozed.snoozedUntil()).contains(LATER);
    }

    @Test
    void leaves_it_with_whom_it_is() {
      done(GIVE, "lan");

      assertThat(done(PUT_OFF, "lan").assignee()).contains("minh");
    }

    @Test
    void ends_when_it_grows_worse() {
      done(PUT_OFF, "lan");

      assertThat(commit(escalated(Severity.DANGER, 4.4)).getFirst().snoozedUntil()).isEmpty();
    }
  }

  @Nested
  class Commenting {
    @Test
    void changes_nothing_but_the_history() {
      Alert before = state.operators().alert("A-1").orElseThrow();

      assertThat(done(NOTE, "lan")).isEqualTo(before);
      assertThat(state.operators().history("A-1").getLast())
          .isEqualTo(
              new AlertEvent(
                  Kind.COMMENTED, NOON, Optional.of("lan"), "đã gọi cho cống", Optional.empty()));
    }

    @Test
    void is_possible_when_it_is_over() {
      commit(cleared(0.3));

      assertThat(act(NOTE, "lan")).isInstanceOf(Acted.Done.class);
    }

    @Test
    void by_the_same_message_met_again_is_one_line() {
      done(NOTE, "lan");
      done(NOTE, "lan");

      assertThat(kinds()).containsExactly(Kind.RAISED, Kind.COMMENTED);
    }
  }

  @Test
  void everything_is_remembered_in_order_also_after_a_restart() {
    done(TAKE, "lan");
    done(GIVE, "lan");
    done(PUT_OFF, "minh");
    done(NOTE, "minh");
    commit(escalated(Severity.DANGER, 4.4));
    commit(cleared(0.3));
    state.reopen();

    assertThat(kinds())
        .containsExactly(
            Kind.RAISED,
            Kind.ACKNOWLEDGED,
            Kind.ASSIGNED,
            Kind.SNOOZED,
            Kind.COMMENTED,
            Kind.ESCALATED,
            Kind.CLEARED);
    assertThat(state.operators().history("A-1").getFirst())
        .isEqualTo(
            new AlertEvent(Kind.RAISED, NOON, Optional.empty(), "warning", Optional.of(0.6)));
  }

  @Test
  void what_cannot_be_remembered_is_not_done() {
    state.breaks("alert_event");

    assertThat(catchThrowable(() -> act(TAKE, "lan"))).isNotNull();
    state.heals();

    assertThat(state.operators().alert("A-1").orElseThrow().state()).isEqualTo(AlertState.RAISED);
  }

  private List<Kind> kinds() {
    return state.operators().history("A-1").stream().map(AlertEvent::kind).toList();
  }

  private Acted act(OperatorAction action, String operator) {
    return state.operators().act("A-1", action, operator, NOON);
  }

  private Alert done(OperatorAction action, String operator) {
    return ((Acted.Done) act(action, operator)).alert();
  }

  private List<Alert> commit(AlertChange change) {
    return state.desk().commit(Place.of(1), List.of(), List.of(change), NOON);
  }
}
