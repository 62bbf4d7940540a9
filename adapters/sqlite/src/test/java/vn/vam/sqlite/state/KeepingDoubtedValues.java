package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.SALT;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.alert.Shelved;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.log.Place;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Doubt;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.SeriesState;
import vn.vam.core.rule.Severity;

/** A suspect value is kept until a good one comes, and told to operators once. */
class KeepingDoubtedValues {
  private static final SeriesState SALTY = state(Optional.of(new Doubt(NOON, 4.2)));

  @TempDir Path folder;
  @AutoClose private StateFile state;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  private static SeriesState state(Optional<Doubt> doubt) {
    return new SeriesState(XUAN_HOA, Quantity.SALINITY, doubt);
  }

  @Test
  void it_is_there_after_a_restart() {
    commit(SALTY);
    state.reopen();

    assertThat(state.desk().doubted()).containsExactly(SALTY);
  }

  @Test
  void a_newer_one_takes_its_place() {
    SeriesState newer = state(Optional.of(new Doubt(NOON.plusSeconds(60), 4.4)));
    commit(SALTY);
    commit(newer);

    assertThat(state.desk().doubted()).containsExactly(newer);
  }

  @Test
  void once_a_good_one_came_it_is_gone() {
    commit(SALTY);
    commit(state(Optional.empty()));

    assertThat(state.desk().doubted()).isEmpty();
  }

  @Test
  void what_it_would_raise_is_told_to_operators_once_and_to_no_citizen() {
    commit(SALTY, breach(SALT));
    state.reopen();

    AlertChange.Doubted untold = state.calls().doubted().getFirst();
    state.calls().tellDoubted(untold, List.of(draft("doubted", "z1", 50)), NOON);
    state.calls().tellDoubted(untold, List.of(draft("again", "z1", 50)), NOON);

    assertThat(untold).isEqualTo(breach(SALT));
    assertThat(state.leasedTexts(NOON)).containsExactly("nội dung doubted");
    assertThat(state.calls().doubted()).isEmpty();
    assertThat(state.ask("SELECT count(*) FROM notice")).isEqualTo("0");
    assertThat(state.desk().alerts(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void what_is_shelved_is_told_to_nobody() {
    state.operators().shelve(new Shelved(SALT, XUAN_HOA, NOON.plusSeconds(3_600), "lan"), NOON);
    commit(SALTY, breach(SALT));

    assertThat(state.calls().doubted()).isEmpty();
  }

  @Test
  void what_a_citizen_set_for_oneself_is_no_matter_of_operators() {
    commit(SALTY, breach(LimitRules.id(7)));

    assertThat(state.calls().doubted()).isEmpty();
  }

  private static AlertChange.Doubted breach(RuleId rule) {
    return new AlertChange.Doubted(rule, XUAN_HOA, Severity.WARNING, NOON, 4.2);
  }

  private void commit(SeriesState doubted, AlertChange... changes) {
    state.desk().commit(Place.of(1), List.of(), List.of(doubted), List.of(changes), NOON);
  }
}
