package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.tuple;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.SALT;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.cleared;
import static vn.vam.sqlite.state.StateFile.escalated;
import static vn.vam.sqlite.state.StateFile.raised;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk.AlertCounts;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.log.Place;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.RuleState.Phase;
import vn.vam.core.rule.Severity;
import vn.vam.core.rule.Silences;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;
import vn.vam.testing.Alerts;

class KeepingAlerts {
  private static final RuleState PENDING =
      new RuleState(SALT, XUAN_HOA, Phase.PENDING, NOON, NOON.plusMillis(7), 0.625);
  private static final AlertChange ELSEWHERE =
      new AlertChange.Raised(SALT, new StationId("my-tho"), Severity.WARNING, NOON, 2);
  private static final AlertChange NOT_STORABLE =
      new AlertChange.Raised(SALT, new StationId("my-tho"), Severity.WARNING, NOON, Double.NaN);

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Nested
  class AtFirst {
    @Test
    void the_rules_are_at_the_start_and_remember_nothing() {
      assertThat(state.desk().place()).isEqualTo(Place.START);
      assertThat(state.desk().states()).isEmpty();
      assertThat(state.desk().counts()).isEqualTo(new AlertCounts(0, 0));
    }
  }

  @Nested
  class OneStep {
    @Test
    void keeps_place_states_alert_and_notice_together() {
      List<Alert> changed = commit(7, List.of(PENDING), raised(0.62));
      state.reopen();

      assertThat(state.desk().place()).isEqualTo(Place.of(7));
      assertThat(state.desk().states()).containsExactly(PENDING);
      assertThat(state.desk().alerts(Optional.empty(), 10)).isEqualTo(changed);
      assertThat(state.outbox().nextNotice(0))
          .contains(new AlertNotice(1, changed.getFirst().number(), raised(0.62)));
    }

    @Test
    void that_fails_keeps_nothing_of_it() {
      commit(7, List.of(PENDING));
      RuleState calm = new RuleState(SALT, XUAN_HOA, Phase.NORMAL, NOON, NOON, 0.1);

      assertThatException().isThrownBy(() -> commit(8, List.of(calm), raised(0.62), NOT_STORABLE));
      state.reopen();

      assertThat(state.desk().place()).isEqualTo(Place.of(7));
      assertThat(state.desk().states()).containsExactly(PENDING);
      assertThat(state.desk().alerts(Optional.empty(), 10)).isEmpty();
      assertThat(state.outbox().nextNotice(0)).isEmpty();
    }

    @Test
    void can_be_tried_again_after_it_failed() {
      state.breaks("notice");
      assertThatException().isThrownBy(() -> commit(8, List.of(PENDING), raised(0.62)));
      state.heals();

      assertThat(commit(8, List.of(PENDING), raised(0.62))).hasSize(1);
    }

    @Test
    void a_later_state_of_a_rule_replaces_the_earlier_one() {
      RuleState later = new RuleState(SALT, XUAN_HOA, Phase.RAISED, NOON, NOON, 0.7);
      commit(7, List.of(PENDING, later));

      assertThat(state.desk().states()).containsExactly(later);
    }
  }

  @Nested
  class OfSilentDevices {
    private static final DeviceId ONE = new DeviceId("xuan-hoa-1");
    private static final DeviceId TWO = new DeviceId("xuan-hoa-2");
    private static final AlertChange SILENT =
        new AlertChange.Raised(SALT, XUAN_HOA, Severity.WATCH, NOON, 60, List.of(TWO));

    @Test
    void it_is_kept_when_each_was_heard_who_was_told_and_who_is_back() {
      Map<DeviceId, Instant> heard = Map.of(ONE, NOON, TWO, NOON.plusMillis(9));
      RuleState both = state(new Silences(heard, Set.of(ONE, TWO), Set.of(TWO)));
      commit(1, List.of(both));
      state.reopen();

      assertThat(state.desk().states()).containsExactly(both);
    }

    @Test
    void one_that_is_gone_is_kept_no_longer() {
      commit(1, List.of(state(new Silences(Map.of(ONE, NOON, TWO, NOON), Set.of()))));
      RuleState alone = state(new Silences(Map.of(ONE, NOON), Set.of()));
      commit(2, List.of(alone));

      assertThat(state.desk().states()).containsExactly(alone);
    }

    @Test
    void alert_notice_and_history_name_them() {
      assertThat(commit(1, List.of(), SILENT))
          .extracting(Alert::devices)
          .containsExactly(List.of(TWO));
      state.reopen();

      assertThat(state.outbox().nextNotice(0)).map(AlertNotice::change).contains(SILENT);
      assertThat(state.ask("SELECT what FROM alert_event")).isEqualTo("watch xuan-hoa-2");
    }

    @Test
    void that_the_whole_station_is_silent_by_now_is_told_under_the_same_number() {
      commit(1, List.of(), SILENT);

      assertThat(commit(2, List.of(), escalated(Severity.WATCH, 60)))
          .extracting(Alert::number, Alert::devices)
          .containsExactly(tuple("A-1", List.of()));
      assertThat(state.ask("SELECT group_concat(change, ' ') FROM notice"))
          .isEqualTo("RAISED ESCALATED");
    }

    private static RuleState state(Silences silences) {
      return new RuleState(SALT, XUAN_HOA, 0, Phase.RAISED, NOON, NOON, 60, silences);
    }
  }

  @Nested
  class AnAlert {
    @Test
    void has_a_number_people_can_quote_and_no_two_share_one() {
      commit(1, List.of(), raised(0.6), cleared(0.3), raised(0.7));

      assertThat(state.desk().alerts(Optional.empty(), 10))
          .extracting(Alert::number)
          .containsExactly("A-2", "A-1");
    }

    @Test
    void is_open_once_per_rule_and_station() {
      commit(1, List.of(), raised(0.6));

      assertThat(commit(2, List.of(), raised(0.9))).isEmpty();
      assertThat(state.desk().counts()).isEqualTo(new AlertCounts(1, 0));
    }

    @Test
    void raised_a_second_time_is_not_told_a_second_time() {
      commit(1, List.of(), raised(0.6));
      commit(2, List.of(), raised(0.9));

      assertThat(state.ask("SELECT count(*) FROM notice")).isEqualTo("1");
    }

    @Test
    void of_another_station_is_another() {
      assertThat(commit(1, List.of(), raised(0.6), ELSEWHERE)).hasSize(2);
    }

    @Test
    void is_cleared_with_its_time_and_value() {
      commit(1, List.of(), raised(0.6));

      assertThat(commit(2, List.of(), cleared(0.3)))
          .containsExactly(
              Alerts.alert(
                  "A-1",
                  SALT,
                  XUAN_HOA,
                  Severity.WARNING,
                  AlertState.CLEARED,
                  NOON,
                  Optional.of(NOON.plusSeconds(60)),
                  0.3,
                  Optional.empty()));
      assertThat(state.desk().counts()).isEqualTo(new AlertCounts(1, 1));
    }

    @Test
    void that_was_never_raised_cannot_be_cleared() {
      assertThat(commit(1, List.of(), cleared(0.3))).isEmpty();
      assertThat(state.outbox().nextNotice(0)).isEmpty();
    }

    @Test
    void may_be_raised_and_cleared_in_one_step() {
      commit(1, List.of(), raised(0.6), cleared(0.3));

      assertThat(state.ask("SELECT group_concat(change, ' ') FROM notice"))
          .isEqualTo("RAISED CLEARED");
    }
  }

  @Nested
  class Escalating {
    @Test
    void keeps_number_and_beginning_and_tells_the_new_severity_and_value() {
      commit(1, List.of(), raised(0.6));

      assertThat(commit(2, List.of(), escalated(Severity.DANGER, 4.4)))
          .containsExactly(
              Alerts.alert(
                  "A-1",
                  SALT,
                  XUAN_HOA,
                  Severity.DANGER,
                  AlertState.ESCALATED,
                  NOON,
                  Optional.empty(),
                  4.4,
                  Optional.empty()));
    }

    @Test
    void is_told() {
      commit(1, List.of(), raised(0.6));
      commit(2, List.of(), escalated(Severity.DANGER, 4.4));

      assertThat(state.outbox().nextNotice(1))
          .contains(new AlertNotice(2, "A-1", escalated(Severity.DANGER, 4.4)));
    }

    @Test
    void asks_for_another_acknowledgement_and_keeps_who_took_it_on() {
      commit(1, List.of(), raised(0.6));
      state.operators().act("A-1", new OperatorAction.Acknowledge(), "lan", NOON);

      Alert escalated = commit(2, List.of(), escalated(Severity.DANGER, 4.4)).getFirst();

      assertThat(escalated.state()).isEqualTo(AlertState.ESCALATED);
      assertThat(escalated.assignee()).contains("lan");
    }

    @Test
    void what_was_never_raised_cannot_escalate() {
      assertThat(commit(1, List.of(), escalated(Severity.DANGER, 4.4))).isEmpty();
    }

    @Test
    void each_step_of_a_ladder_has_a_state_of_its_own() {
      RuleState step = new RuleState(SALT, XUAN_HOA, 1, Phase.PENDING, NOON, NOON, 1.2);
      commit(7, List.of(PENDING, step));
      state.reopen();

      assertThat(state.desk().states()).containsExactly(PENDING, step);
    }
  }

  @Test
  void one_can_ask_for_a_state() {
    commit(1, List.of(), raised(0.6), cleared(0.3), ELSEWHERE);

    assertThat(state.desk().alerts(Optional.of(AlertState.RAISED), 10))
        .extracting(Alert::station)
        .containsExactly(new StationId("my-tho"));
  }

  @Test
  void one_gets_no_more_than_asked_for() {
    commit(1, List.of(), raised(0.6), cleared(0.3), ELSEWHERE);

    assertThat(state.desk().alerts(Optional.empty(), 1)).hasSize(1);
  }

  private List<Alert> commit(long place, List<RuleState> states, AlertChange... changes) {
    return state.desk().commit(Place.of(place), states, List.of(changes), NOON);
  }
}
