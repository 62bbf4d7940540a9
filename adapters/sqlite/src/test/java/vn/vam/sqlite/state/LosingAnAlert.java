package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.SALT;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.AlertEvent;
import vn.vam.core.alert.AlertEvent.Kind;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.OperatorAction;
import vn.vam.core.log.Place;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Ending;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** The rule of an alert, or its station, is not there any more. */
class LosingAnAlert {
  private static final AlertChange.Cleared END =
      new AlertChange.Cleared(
          SALT, XUAN_HOA, Severity.WARNING, NOON.plusSeconds(60), 0.6, Ending.UNWATCHED);
  private static final Rule RULE =
      new Rule(
          SALT,
          Quantity.SALINITY,
          Set.of(XUAN_HOA),
          new Level.Above(0.5),
          Duration.ZERO,
          new Level.Below(0.4),
          Duration.ZERO,
          Severity.WARNING,
          "vi/salt",
          Duration.ofHours(1));

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void raise() {
    state = new StateFile(folder);
    RuleState raised = new RuleState(SALT, XUAN_HOA, RuleState.Phase.RAISED, NOON, NOON, 0.6);
    state.desk().commit(Place.of(1), List.of(raised), List.of(StateFile.raised(0.6)), NOON);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void ends_it_forgets_its_state_and_gives_notice_of_why() {
    assertThat(state.watched().begin(List.of(), List.of(END), NOON))
        .singleElement()
        .satisfies(alert -> assertThat(alert.state()).isEqualTo(AlertState.CLEARED))
        .satisfies(alert -> assertThat(alert.ending()).contains(Ending.UNWATCHED));

    assertThat(state.desk().states()).isEmpty();
    assertThat(state.operators().history("A-1"))
        .extracting(AlertEvent::kind)
        .containsExactly(Kind.RAISED, Kind.UNWATCHED);
    AlertNotice first = state.outbox().nextNotice(0).orElseThrow();
    assertThat(state.outbox().nextNotice(first.id()).map(AlertNotice::change)).contains(END);
  }

  @Test
  void is_one_transaction() {
    state.breaks("notice");
    Throwable failure =
        catchThrowable(() -> state.watched().begin(List.of(RULE), List.of(END), NOON));
    state.heals();

    assertThat(failure).isNotNull();
    assertThat(state.desk().states()).hasSize(1);
    assertThat(state.operators().alert("A-1").orElseThrow().state()).isEqualTo(AlertState.RAISED);
    assertThat(state.watched().subjects()).isEmpty();
  }

  @Test
  void operators_who_were_called_hear_that_nobody_watches_it_once() {
    state.operators().act("A-1", new OperatorAction.Acknowledge(), "lan", NOON);
    state.watched().begin(List.of(), List.of(END), NOON);

    assertThat(state.calls().over())
        .singleElement()
        .satisfies(told -> assertThat(told.alert().ending()).contains(Ending.UNWATCHED));
    state.calls().tellOver(state.operators().alert("A-1").orElseThrow(), List.of(), NOON);
    assertThat(state.calls().over()).isEmpty();
  }

  @Test
  void what_rules_looked_at_and_stations_were_called_is_known_after_they_are_gone() {
    state.watched().begin(List.of(RULE), List.of(), NOON);
    state.watched().keep(List.of(station("Xuân Hòa")));
    state.watched().keep(List.of());
    state.reopen();

    assertThat(state.watched().names()).containsExactly(Map.entry(XUAN_HOA, "Xuân Hòa"));
    assertThat(state.watched().subjects())
        .isEqualTo(Map.of(SALT, Map.of(Severity.WARNING, Set.of("salinity_gl above"))));
    assertThat(state.watched().together(SALT)).isEmpty();
  }

  private static Station station(String name) {
    return new Station(
        new StationId("xuan-hoa"),
        name,
        vn.vam.core.station.Kind.SALINITY,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
