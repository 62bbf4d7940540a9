package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.draft;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.log.Place;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** Changes of citizens' own limits wait for others of the same citizen. */
class HoldingOwnLimits {
  private static final StationId MY_THO = new StationId("my-tho");
  private static final Instant LATER = NOON.plusSeconds(10);

  @TempDir Path folder;
  private StateFile state;

  @BeforeEach
  void two_of_one_citizen_and_one_of_another_wait() {
    state = new StateFile(folder);
    sets("u1", XUAN_HOA);
    sets("u1", MY_THO);
    sets("u2", XUAN_HOA);
    state
        .desk()
        .commit(
            Place.of(1),
            List.of(),
            List.of(passed(1, XUAN_HOA), passed(2, MY_THO), passed(3, XUAN_HOA)),
            NOON);
    holds(NOON);
    holds(LATER);
    holds(LATER);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void they_are_told_with_the_first_that_has_waited_long_enough_also_after_a_restart() {
    state.reopen();

    assertThat(waiting(NOON.minusMillis(1))).isEmpty();
    assertThat(waiting(NOON)).containsExactly(List.of("own.1", "own.2"));
    assertThat(waiting(LATER)).containsExactly(List.of("own.1", "own.2"), List.of("own.3"));
    assertThat(state.gathers().held()).as("others gather those of the province").isEmpty();
    assertThat(state.outbox().nextNotice(0)).isEmpty();
  }

  @Test
  void a_clock_that_was_set_back_holds_up_nothing() {
    assertThat(state.limitDesk().waiting(NOON.minusSeconds(90), NOON.minusSeconds(60), 10))
        .hasSize(2);
  }

  @Test
  void of_a_limit_that_is_gone_its_notice_goes_too() {
    state.answers("stop", "u1", List.of(), new ProfileChange.UnsubscribeAll());

    assertThat(waiting(LATER))
        .containsExactlyInAnyOrder(List.of("own.1"), List.of("own.2"), List.of("own.3"));
  }

  @Test
  void the_message_is_written_and_they_wait_no_more() {
    List<AlertNotice> notices = state.limitDesk().waiting(NOON, LATER, 10).getFirst();

    state.limitDesk().tell(notices, List.of(draft("own.1+own.2/raised/1", "u1", 0)), LATER);

    assertThat(waiting(LATER)).containsExactly(List.of("own.3"));
    assertThat(state.leasedTexts(LATER)).containsExactly("nội dung own.1+own.2/raised/1");
  }

  private List<List<String>> waiting(Instant since) {
    return state.limitDesk().waiting(since, LATER, 10).stream()
        .map(notices -> notices.stream().map(notice -> notice.change().rule().value()).toList())
        .toList();
  }

  private void holds(Instant now) {
    state.limitDesk().hold(state.outbox().nextNotice(0).orElseThrow(), now);
  }

  private void sets(String citizen, StationId station) {
    state.answers(
        citizen + station,
        citizen,
        List.of(),
        new ProfileChange.SetLimit(new Limit(station, Side.ABOVE, 1), "Tôi đồng ý"));
  }

  private static AlertChange passed(long number, StationId station) {
    return new AlertChange.Raised(LimitRules.id(number), station, Severity.WATCH, NOON, 1.5);
  }
}
