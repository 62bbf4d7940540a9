package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.SALT;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.cleared;
import static vn.vam.sqlite.state.StateFile.escalated;
import static vn.vam.sqlite.state.StateFile.raised;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.Acted;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.AlertEvent.Kind;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.alert.Shelved;
import vn.vam.core.log.Place;
import vn.vam.core.operator.Waiting;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.StationId;

class ShelvingAlerts {
  private static final Instant END = NOON.plus(Duration.ofHours(8));
  private static final Shelved SHELVED = new Shelved(SALT, XUAN_HOA, END, "lan");

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

  @Test
  void of_what_is_shelved_nobody_is_told_and_nobody_is_called() {
    state.operators().shelve(SHELVED, NOON);
    state.reopen();
    commit(raised(0.6));

    assertThat(notices()).isEqualTo("null");
    assertThat(state.calls().waiting()).isEmpty();
    assertThat(state.operators().shelved()).containsExactly(SHELVED);
    assertThat(state.operators().open()).hasSize(1);
  }

  @Test
  void another_station_is_told_of() {
    state.operators().shelve(SHELVED, NOON);
    commit(new AlertChange.Raised(SALT, new StationId("my-tho"), Severity.WATCH, NOON, 0.6));

    assertThat(notices()).isEqualTo("RAISED");
  }

  @Test
  void what_still_holds_when_the_time_is_over_is_told_then() {
    state.operators().shelve(SHELVED, NOON);
    commit(raised(0.6));

    assertThat(state.calls().wake(END.minusMillis(1))).isEmpty();
    assertThat(state.calls().wake(END)).hasSize(1);

    assertThat(notices()).isEqualTo("RAISED");
    assertThat(state.calls().waiting()).extracting(Waiting::since).containsExactly(END);
    assertThat(state.operators().shelved()).isEmpty();
    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.UNSHELVED);
  }

  @Test
  void what_ended_on_the_shelf_is_never_told() {
    state.operators().shelve(SHELVED, NOON);
    commit(raised(0.6));
    commit(cleared(0.3));
    state.calls().wake(END);

    assertThat(notices()).isEqualTo("null");
  }

  @Test
  void the_end_of_what_was_told_before_is_told_at_once() {
    commit(raised(0.6));
    act(new OperatorAction.Shelve(END));
    commit(cleared(0.3));

    assertThat(notices()).isEqualTo("RAISED CLEARED");
  }

  @Test
  void that_more_devices_fell_silent_on_the_shelf_is_told_when_the_time_is_over() {
    commit(
        new AlertChange.Raised(
            SALT, XUAN_HOA, Severity.WATCH, NOON, 60, List.of(new DeviceId("xuan-hoa-2"))));
    act(new OperatorAction.Shelve(END));
    commit(escalated(Severity.WATCH, 60));
    state.calls().wake(END);

    assertThat(notices()).isEqualTo("RAISED ESCALATED");
  }

  @Test
  void what_grew_worse_on_the_shelf_is_told_when_the_time_is_over() {
    commit(raised(0.6));
    act(new OperatorAction.Shelve(END));
    commit(escalated(Severity.DANGER, 4.4));
    assertThat(notices()).isEqualTo("RAISED");
    assertThat(state.calls().waiting()).isEmpty();

    state.calls().wake(END);

    assertThat(notices()).isEqualTo("RAISED ESCALATED");
  }

  @Test
  void what_was_told_and_stayed_the_same_is_not_told_again() {
    commit(raised(0.6));
    act(new OperatorAction.Shelve(END));
    state.calls().wake(END);

    assertThat(notices()).isEqualTo("RAISED");
    assertThat(state.calls().waiting()).hasSize(1);
  }

  @Test
  void what_was_put_off_for_longer_wakes_in_its_own_time() {
    commit(raised(0.6));
    act(new OperatorAction.Snooze(END.plusSeconds(60)));
    act(new OperatorAction.Shelve(END));
    state.calls().wake(END);
    assertThat(state.calls().waiting()).isEmpty();

    state.calls().wake(END.plusSeconds(60));

    assertThat(state.calls().waiting()).hasSize(1);
  }

  @Test
  void what_was_put_off_until_before_its_end_wakes_with_it() {
    commit(raised(0.6));
    act(new OperatorAction.Shelve(END));
    act(new OperatorAction.Snooze(END.minusSeconds(60)));
    state.calls().wake(END.minusSeconds(60));
    assertThat(state.calls().waiting()).isEmpty();

    state.calls().wake(END);

    assertThat(state.calls().waiting()).extracting(Waiting::since).containsExactly(END);
    assertThat(notices()).isEqualTo("RAISED");
  }

  @Test
  void an_operator_ends_it_before_its_time() {
    commit(raised(0.6));
    act(new OperatorAction.Shelve(END));

    assertThat(state.operators().unshelve(SALT, XUAN_HOA, "minh", NOON.plusSeconds(60))).isTrue();
    assertThat(state.operators().unshelve(SALT, XUAN_HOA, "minh", NOON.plusSeconds(60))).isFalse();

    assertThat(kinds()).containsExactly(Kind.RAISED, Kind.SHELVED, Kind.UNSHELVED);
    assertThat(state.operators().history("A-1").getLast().who()).contains("minh");
  }

  @Test
  void a_later_shelving_replaces_an_earlier_one() {
    state.operators().shelve(SHELVED, NOON);
    Shelved longer = new Shelved(SALT, XUAN_HOA, END.plusSeconds(60), "minh");
    state.operators().shelve(longer, NOON);

    assertThat(state.operators().shelved()).containsExactly(longer);
  }

  @Test
  void what_is_over_can_be_shelved_for_the_next_time() {
    commit(raised(0.6));
    commit(cleared(0.3));

    assertThat(act(new OperatorAction.Shelve(END))).isInstanceOf(Acted.Done.class);
    assertThat(state.operators().shelved()).hasSize(1);
  }

  private Acted act(OperatorAction action) {
    return state.operators().act("A-1", action, "lan", NOON);
  }

  private String notices() {
    return state.ask(
        "SELECT group_concat(change, ' ') FROM (SELECT change FROM notice ORDER BY id)");
  }

  private List<Kind> kinds() {
    return state.operators().history("A-1").stream().map(AlertEvent::kind).toList();
  }

  private void commit(AlertChange change) {
    state.desk().commit(Place.of(1), List.of(), List.of(change), NOON);
  }
}
