package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.SALT;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.cleared;
import static vn.vam.sqlite.state.StateFile.draft;
import static vn.vam.sqlite.state.StateFile.escalated;
import static vn.vam.sqlite.state.StateFile.raised;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.AlertEvent.Kind;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.log.Place;
import vn.vam.core.operator.Call;
import vn.vam.core.operator.Shifted;
import vn.vam.core.operator.Told;
import vn.vam.core.operator.Waiting;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.DeviceId;

class CallingFromTheState {
  private static final Instant HEARD = NOON.plusSeconds(5);
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));
  private static final DeviceId TWO = new DeviceId("xuan-hoa-2");

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void raise() {
    state = new StateFile(folder);
    commit(raised(0.6), HEARD);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void an_alert_waits_from_when_the_hub_knew_of_it_also_after_a_restart() {
    state.reopen();

    assertThat(state.calls().waiting())
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.alert().number()).isEqualTo("A-1");
              assertThat(waiting.since()).isEqualTo(HEARD);
              assertThat(waiting.stepsTold()).isZero();
            });
  }

  @Test
  void a_call_is_told_once_and_stands_in_the_history() {
    Call call = call(1);
    state.calls().call(call, List.of(draft("call", "z1", 50)), HEARD);
    state.calls().call(call, List.of(draft("call again", "z1", 50)), HEARD);
    state.reopen();

    assertThat(state.calls().waiting()).extracting(Waiting::stepsTold).containsExactly(1);
    assertThat(state.leasedTexts(LATER)).containsExactly("nội dung call");
    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.CALLED);
  }

  @Test
  void a_call_that_reaches_nobody_is_not_in_the_history() {
    state.calls().call(call(1), List.of(), HEARD);

    assertThat(state.calls().waiting()).extracting(Waiting::stepsTold).containsExactly(1);
    assertThat(kinds()).containsExactly(Kind.RAISED);
  }

  @Test
  void who_was_quicker_than_the_call_is_not_called() {
    Call call = call(1);
    act(new OperatorAction.Acknowledge());
    state.calls().call(call, List.of(draft("call", "z1", 50)), HEARD);

    assertThat(state.calls().waiting()).isEmpty();
    assertThat(state.leasedTexts(LATER)).isEmpty();
  }

  @Test
  void what_grows_worse_waits_anew() {
    state.calls().call(call(2), List.of(), HEARD);
    act(new OperatorAction.Acknowledge());
    commit(escalated(Severity.DANGER, 4.4), LATER);

    assertThat(state.calls().waiting())
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.since()).isEqualTo(LATER);
              assertThat(waiting.stepsTold()).isZero();
            });
  }

  @Test
  void that_a_silent_device_is_back_is_told_to_whoever_was_called_once_it_has_lasted() {
    state.calls().call(call(1), List.of(), HEARD);
    commit(still(TWO), LATER);
    state.reopen();

    assertThat(state.calls().shifted(LATER.minusMillis(1))).isEmpty();
    Shifted shifted = state.calls().shifted(LATER).getFirst();
    assertThat(shifted.alert().devices()).containsExactly(TWO);
    assertThat(shifted.isBetter()).isTrue();
    state.calls().tellShifted(shifted.alert(), List.of(draft("still", "z1", 50)), LATER);
    state.calls().tellShifted(shifted.alert(), List.of(draft("again", "z1", 50)), LATER);

    assertThat(state.leasedTexts(LATER)).containsExactly("nội dung still");
    assertThat(state.calls().shifted(LATER)).isEmpty();
    assertThat(state.calls().waiting()).extracting(Waiting::stepsTold).containsExactly(1);
  }

  @Test
  void one_that_came_and_went_meanwhile_is_known_already() {
    state.calls().call(call(1), List.of(), HEARD);
    commit(still(TWO), LATER);
    commit(still(), LATER.plusSeconds(60));

    assertThat(state.calls().shifted(LATER)).isEmpty();
    assertThat(state.calls().shifted(LATER.plusSeconds(60)))
        .singleElement()
        .matches(Shifted::isKnown);
  }

  @Test
  void whoever_was_not_called_yet_hears_of_the_devices_with_the_call() {
    commit(still(TWO), HEARD);
    assertThat(state.calls().shifted(LATER)).isEmpty();

    state.calls().call(call(1), List.of(), HEARD);

    assertThat(state.calls().shifted(LATER)).isEmpty();
  }

  @Test
  void that_a_device_is_back_is_no_matter_for_citizens() {
    commit(still(TWO), LATER);

    assertThat(state.ask("SELECT group_concat(change, ' ') FROM notice")).isEqualTo("RAISED");
    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.STILL);
  }

  private static AlertChange still(DeviceId... devices) {
    return new AlertChange.Still(
        SALT, XUAN_HOA, Severity.WATCH, NOON.plusSeconds(9), 70, List.of(devices));
  }

  @Test
  void what_was_put_off_in_vain_waits_anew() {
    act(new OperatorAction.Snooze(LATER));
    state.reopen();

    assertThat(state.calls().wake(LATER.minusMillis(1))).isEmpty();
    assertThat(state.calls().wake(LATER))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.state()).isEqualTo(AlertState.RAISED);
              assertThat(alert.snoozedUntil()).isEmpty();
              assertThat(alert.assignee()).contains("lan");
            });
    assertThat(state.calls().waiting()).extracting(Waiting::since).containsExactly(LATER);
    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.SNOOZED, Kind.WOKEN);
    assertThat(state.calls().wake(LATER)).isEmpty();
  }

  @Test
  void what_ended_while_it_was_put_off_does_not_wake() {
    act(new OperatorAction.Snooze(LATER));
    commit(cleared(0.3), HEARD);

    assertThat(state.calls().wake(LATER)).isEmpty();
  }

  @Test
  void the_end_of_what_was_told_is_told_once() {
    state.calls().call(call(1), List.of(), HEARD);
    Alert over = commit(cleared(0.3), LATER).getFirst();

    assertThat(state.calls().over()).containsExactly(new Told(over, 1, Optional.empty()));
    state.calls().tellOver(over, List.of(draft("end", "z1", 50)), LATER);
    state.calls().tellOver(over, List.of(draft("end again", "z1", 50)), LATER);

    assertThat(state.calls().over()).isEmpty();
    assertThat(state.leasedTexts(LATER)).containsExactly("nội dung end");
  }

  @Test
  void who_was_called_before_it_grew_worse_is_told_of_its_end_though_nobody_was_called_since() {
    state.calls().call(call(1), List.of(), HEARD);
    commit(escalated(Severity.DANGER, 4.4), LATER);
    Alert over = commit(cleared(0.3), LATER).getFirst();

    assertThat(state.calls().over()).containsExactly(new Told(over, 1, Optional.empty()));
  }

  @Test
  void the_end_of_what_nobody_was_told_of_is_told_to_nobody() {
    commit(cleared(0.3), LATER);

    assertThat(state.calls().over()).isEmpty();
  }

  @Test
  void who_is_given_an_alert_by_another_is_told_once() {
    act(new OperatorAction.Assign("minh"));

    Alert given = state.calls().given().getFirst();
    state.calls().tellGiven(given, List.of(draft("gift", "z2", 50)), LATER);

    assertThat(state.calls().given()).isEmpty();
    assertThat(state.leasedTexts(LATER)).containsExactly("nội dung gift");
  }

  @Test
  void who_gives_an_alert_to_themselves_knows() {
    act(new OperatorAction.Assign("lan"));

    assertThat(state.calls().given()).isEmpty();
  }

  private Call call(int steps) {
    return new Call(state.calls().waiting().getFirst(), steps, "duty", List.of());
  }

  private void act(OperatorAction action) {
    state.operators().act("A-1", action, "lan", NOON);
  }

  private List<Kind> kinds() {
    return state.operators().history("A-1").stream().map(AlertEvent::kind).toList();
  }

  private List<Alert> commit(AlertChange change, Instant now) {
    return state.desk().commit(Place.of(1), List.of(), List.of(change), now);
  }
}
