package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.cleared;
import static vn.vam.sqlite.state.StateFile.draft;
import static vn.vam.sqlite.state.StateFile.raised;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.log.Place;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Fanouts.Fanout;
import vn.vam.core.notify.GatherDesk.Held;

class HoldingNotices {
  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void a_change_waits_for_others() {
    state = new StateFile(folder);
    state.desk().commit(Place.of(1), List.of(), List.of(raised(0.6), cleared(0.3)), NOON);
    state.gathers().hold(first(), NOON);
  }

  @AfterEach
  void close() {
    state.close();
  }

  private AlertNotice first() {
    return state.outbox().nextNotice(0).orElseThrow();
  }

  @Test
  void it_holds_up_no_other_and_survives_a_restart() {
    state.reopen();

    assertThat(first().change()).isEqualTo(cleared(0.3));
    assertThat(state.gathers().held())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.notice().change()).isEqualTo(raised(0.6));
              assertThat(held.since()).isEqualTo(NOON);
              assertThat(held.summary()).isEmpty();
            });
  }

  @Test
  void beginnings_and_ends_count_for_a_storm() {
    assertThat(state.gathers().changedSince(NOON)).containsExactly(XUAN_HOA, XUAN_HOA);
    assertThat(state.gathers().changedSince(NOON.plusSeconds(1))).containsExactly(XUAN_HOA);
    assertThat(state.gathers().changedSince(NOON.plusSeconds(61))).isEmpty();
  }

  @Test
  void what_belongs_together_stays_together_whatever_happens() {
    state.gathers().hold(first(), NOON);
    long summary = state.gathers().close(notices().subList(0, 1));

    state.reopen();

    assertThat(state.gathers().held())
        .extracting(Held::summary)
        .containsExactly(Optional.of(summary), Optional.empty());
  }

  @Test
  void who_was_told_before_the_hub_died_is_not_told_again() {
    List<AlertNotice> notices = notices();
    long summary = state.gathers().close(notices);
    String key = "S-" + summary + "/storm/u1";
    state.execute(
        "CREATE TRIGGER dies BEFORE DELETE ON notice BEGIN SELECT RAISE(ABORT, 'killed'); END");
    assertThat(
            catchThrowable(
                () -> state.gathers().tell(summary, notices, List.of(draft(key, "u1", 1)), NOON)))
        .isNotNull();
    state.execute("DROP TRIGGER dies");

    state.reopen();
    state.gathers().tell(summary, notices, List.of(draft(key, "u1", 1)), NOON);

    assertThat(state.ask("SELECT count(*) FROM outbox")).isEqualTo("1");
    assertThat(state.gathers().held()).isEmpty();
    assertThat(state.fanouts().newest(1))
        .singleElement()
        .satisfies(fanout -> assertThat(fanout.name()).isEqualTo("S-" + summary + "/storm"));
  }

  @Test
  void whom_a_change_was_told_is_found_also_where_it_was_told_with_others() {
    List<AlertNotice> notices = notices();
    long summary = state.gathers().close(notices);
    String key = "S-" + summary + "/storm/u1";
    state.gathers().tell(summary, notices, List.of(draft(key, "u1", 1)), NOON);
    state.fanouts().tell(List.of(draft("A-1/raised/u2", "u2", 1)), transaction -> {}, NOON);

    assertThat(state.fanouts().of("A-1", "raised"))
        .extracting(Fanout::name)
        .containsExactlyInAnyOrder("A-1/raised", "S-" + summary + "/storm");
    assertThat(state.fanouts().of("A-1", "cleared")).isEmpty();
    assertThat(state.fanouts().of("A-2", "raised")).isEmpty();
  }

  private List<AlertNotice> notices() {
    return state.gathers().held().stream().map(Held::notice).toList();
  }
}
