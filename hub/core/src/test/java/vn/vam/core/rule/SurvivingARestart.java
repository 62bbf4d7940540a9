package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.River.AT_ONCE;
import static vn.vam.core.rule.River.cleared;
import static vn.vam.core.rule.River.raised;
import static vn.vam.core.rule.River.rule;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vam.core.rule.RuleState.Phase;
import vn.vam.core.station.StationId;

class SurvivingARestart {
  @Test
  void a_timer_goes_on_where_it_was() {
    River river = restarted(rule(10, 0), state(Phase.PENDING, 0, 4, 0.6));

    assertThat(river.timePasses(9)).isEmpty();
    assertThat(river.timePasses(10)).containsExactly(raised(10, 0.6));
  }

  @Test
  void a_timer_that_fell_due_meanwhile_fires_as_of_its_own_time() {
    River river = restarted(rule(10, 0), state(Phase.PENDING, 0, 4, 0.6));

    assertThat(river.timePasses(400)).containsExactly(raised(10, 0.6));
  }

  @Test
  void a_raised_alert_is_not_raised_again() {
    River river = restarted(AT_ONCE, state(Phase.RAISED, 0, 4, 0.6));

    assertThat(river.says(5, 0.9)).isEmpty();
  }

  @Test
  void a_raised_alert_can_be_cleared() {
    River river = restarted(AT_ONCE, state(Phase.RAISED, 0, 4, 0.6));

    assertThat(river.says(5, 0.3)).containsExactly(cleared(5, 0.3));
  }

  @Test
  void the_way_to_the_all_clear_goes_on() {
    River river = restarted(rule(0, 20), state(Phase.CLEARING, 5, 6, 0.3));

    assertThat(river.timePasses(25)).containsExactly(cleared(25, 0.3));
  }

  @Test
  void what_was_waiting_for_another_level_than_there_is_now_waits_no_more() {
    assertThat(restarted(rule(10, 0), state(Phase.PENDING, 0, 4, 0.45)).timePasses(400)).isEmpty();
    assertThat(restarted(rule(0, 20), state(Phase.CLEARING, 5, 6, 0.45)).timePasses(400)).isEmpty();
  }

  @Test
  void what_is_read_a_second_time_changes_nothing() {
    River river = restarted(AT_ONCE, state(Phase.RAISED, 0, 4, 0.6));

    assertThat(river.says(3, 0.1)).isEmpty();
  }

  @Test
  void a_value_from_before_a_recalled_one_stays_late() {
    River river = new River(AT_ONCE);
    river.recalls(10, 0.1);

    assertThat(river.says(9, 0.9)).isEmpty();
  }

  @Test
  void recalling_raises_nothing() {
    River river = new River(AT_ONCE);
    river.recalls(10, 0.9);

    assertThat(river.timePasses(11)).isEmpty();
    assertThat(river.takeChanged()).isEmpty();
  }

  @Test
  void recalling_does_not_prolong_a_timer() {
    River river = restarted(rule(40, 0), state(Phase.PENDING, 0, 4, 0.6));
    river.recalls(20, 0.6);

    assertThat(river.timePasses(40)).isEmpty();
  }

  @Test
  void the_state_of_a_rule_that_is_gone_is_dropped() {
    RuleState gone =
        new RuleState(new RuleId("gone"), River.XUAN_HOA, Phase.PENDING, River.NOON, River.NOON, 9);
    RuleState elsewhere =
        new RuleState(
            River.SALT, new StationId("my-tho"), Phase.PENDING, River.NOON, River.NOON, 9);
    River river = new River(AT_ONCE, List.of(gone, elsewhere));

    assertThat(river.timePasses(60)).isEmpty();
  }

  @Test
  void what_changed_is_told_once() {
    River river = new River(rule(10, 0));
    river.says(0, 0.6);

    assertThat(river.takeChanged()).containsExactly(state(Phase.PENDING, 0, 0, 0.6));
    assertThat(river.takeChanged()).isEmpty();
  }

  @Test
  void a_timer_that_was_broken_off_is_told_too() {
    River river = new River(rule(10, 0));
    river.says(0, 0.6);
    river.takeChanged();
    river.says(1, 0.1);

    assertThat(river.takeChanged()).containsExactly(state(Phase.NORMAL, 1, 1, 0.1));
  }

  @Test
  void values_that_change_nothing_cost_no_write() {
    River river = new River(rule(10, 0));
    river.says(0, 0.1);

    assertThat(river.takeChanged()).isEmpty();
  }

  private static River restarted(Rule rule, RuleState state) {
    return new River(rule, List.of(state));
  }

  private static RuleState state(Phase phase, int since, int lastAt, double value) {
    return new RuleState(
        River.SALT, River.XUAN_HOA, phase, River.minute(since), River.minute(lastAt), value);
  }
}
