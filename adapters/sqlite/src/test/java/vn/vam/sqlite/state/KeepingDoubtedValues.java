package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.SALT;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.draft;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.Shelved;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.log.Place;
import vn.vam.core.operator.Suspected;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Doubt;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.rule.SignalState;

/** A suspect value is kept until a good one comes, and told to operators once. */
class KeepingDoubtedValues {
  private static final SignalState.OfSeries SALTY = state(Optional.of(new Doubt(NOON, 4.2)));

  @TempDir Path folder;
  @AutoClose private StateFile state;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  private static SignalState.OfSeries state(Optional<Doubt> doubt) {
    return new SignalState.OfSeries(XUAN_HOA, Quantity.SALINITY, doubt);
  }

  @Test
  void it_is_there_after_a_restart() {
    commit(SALTY);
    state.reopen();

    assertThat(state.desk().signals()).containsExactly(SALTY);
  }

  @Test
  void a_newer_one_takes_its_place() {
    SignalState.OfSeries newer = state(Optional.of(new Doubt(NOON.plusSeconds(60), 4.4)));
    commit(SALTY);
    commit(newer);

    assertThat(state.desk().signals()).containsExactly(newer);
  }

  @Test
  void once_a_good_one_came_it_is_gone() {
    commit(SALTY);
    commit(state(Optional.empty()));

    assertThat(state.desk().signals()).isEmpty();
  }

  @Test
  void what_it_would_raise_is_told_to_operators_once_and_to_no_citizen() {
    commit(SALTY, breach(SALT));
    state.reopen();

    Suspected untold = untold();
    state.calls().tellSuspected(untold, List.of(draft("doubted", "z1", 50)), NOON);
    state.calls().tellSuspected(untold, List.of(draft("again", "z1", 50)), NOON);

    assertThat(untold.breach()).isEqualTo(breach(SALT));
    assertThat(state.leasedTexts(NOON)).containsExactly("nội dung doubted");
    assertThat(state.calls().suspected()).isEmpty();
    assertThat(state.ask("SELECT count(*) FROM notice")).isEqualTo("0");
    assertThat(state.desk().alerts(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void what_is_shelved_is_told_to_nobody() {
    state.operators().shelve(new Shelved(SALT, XUAN_HOA, NOON.plusSeconds(3_600), "lan"), NOON);
    commit(SALTY, breach(SALT));

    assertThat(state.calls().suspected()).isEmpty();
  }

  @Test
  void what_a_citizen_set_for_oneself_is_no_matter_of_operators() {
    commit(SALTY, breach(LimitRules.id(7)));

    assertThat(state.calls().suspected()).isEmpty();
  }

  @Test
  void spikes_between_good_values_are_told_once_and_then_as_a_sum_of_those_since() {
    commit(SALTY, spike(0, Severity.WARNING));
    tell(NOON);
    commit(SALTY, spike(10, Severity.WARNING));
    commit(SALTY, spike(20, Severity.WARNING));
    state.reopen();

    assertThat(untold().isDue(NOON.plusSeconds(3_599))).isFalse();
    assertThat(untold().isDue(NOON.plusSeconds(3_600))).isTrue();
    assertThat(untold().times()).isEqualTo(2);
    assertThat(untold().breach()).isEqualTo(spike(20, Severity.WARNING));
    tell(NOON.plusSeconds(3_600));
    assertThat(state.calls().suspected()).isEmpty();
  }

  @Test
  void a_graver_one_among_them_is_told_at_once() {
    commit(SALTY, spike(0, Severity.WARNING));
    tell(NOON);
    commit(SALTY, spike(10, Severity.DANGER), spike(20, Severity.WARNING));

    assertThat(untold().breach()).isEqualTo(spike(10, Severity.DANGER));
    assertThat(untold().isDue(NOON.plusSeconds(20))).isTrue();
  }

  @Test
  void one_that_came_while_others_were_told_is_not_lost() {
    commit(SALTY, spike(0, Severity.WARNING));
    Suspected first = untold();
    commit(SALTY, spike(10, Severity.WARNING));
    state.calls().tellSuspected(first, List.of(), NOON);

    assertThat(untold().breach()).isEqualTo(spike(10, Severity.WARNING));
  }

  @Test
  void what_is_an_alert_by_now_is_doubted_no_more_and_the_next_time_told_at_once() {
    commit(SALTY, spike(0, Severity.WARNING));
    tell(NOON);
    commit(SALTY, spike(10, Severity.WARNING), StateFile.raised(4.2));
    assertThat(state.calls().suspected()).isEmpty();

    commit(SALTY, StateFile.cleared(0.3), spike(70, Severity.WARNING));
    assertThat(untold().isDue(NOON.plusSeconds(70))).isTrue();
  }

  @Test
  void what_is_shelved_meanwhile_is_told_to_nobody() {
    commit(SALTY, spike(0, Severity.WARNING));
    state.operators().shelve(new Shelved(SALT, XUAN_HOA, NOON.plusSeconds(3_600), "lan"), NOON);

    assertThat(state.calls().suspected()).isEmpty();
  }

  private Suspected untold() {
    return state.calls().suspected().getFirst();
  }

  private void tell(Instant now) {
    state.calls().tellSuspected(untold(), List.of(), now);
  }

  private static AlertChange.Doubted spike(long seconds, Severity severity) {
    return new AlertChange.Doubted(SALT, XUAN_HOA, severity, NOON.plusSeconds(seconds), 4.2);
  }

  private static AlertChange.Doubted breach(RuleId rule) {
    return new AlertChange.Doubted(rule, XUAN_HOA, Severity.WARNING, NOON, 4.2);
  }

  private void commit(SignalState.OfSeries doubted, AlertChange... changes) {
    state.desk().commit(Place.of(1), List.of(), List.of(doubted), List.of(changes), NOON);
  }
}
