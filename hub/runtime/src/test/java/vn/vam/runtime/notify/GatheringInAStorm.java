package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.citizen.Citizens;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.GatherDesk;
import vn.vam.core.operator.Storm;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;
import vn.vam.testing.HandClock;

class GatheringInAStorm {
  private static final String RIVER = "sông Tiền";
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Storm STORM = new Storm(3, Duration.ofMinutes(10), BOUND);

  private final HandClock clock = new HandClock(Town.NOON);
  private final Desk desk = new Desk();
  private long notices;
  private final List<String> alone = new ArrayList<>();
  private Gathering gathering = gathering(STORM);

  private Gathering gathering(Storm storm) {
    return new Gathering(
        desk,
        new Everyone(),
        storm,
        station -> station.value().equals("road") ? Optional.empty() : Optional.of(RIVER),
        change -> Set.of(change.station()),
        this::tellsAlone,
        (notice, mayRepeat) -> Optional.of("một tin " + notice.change().station()),
        (river, changes, mayRepeat) ->
            Optional.of(
                river
                    + " "
                    + changes.stream().map(one -> one.station() + "-" + one.word()).toList()
                    + (mayRepeat ? " lặp lại" : "")),
        clock);
  }

  private void tellsAlone(AlertNotice notice) {
    desk.held.removeIf(held -> held.notice().equals(notice));
    alone.add(notice.change().station() + "-" + notice.change().word());
  }

  @Nested
  class WhereTheFirstOnesMayWait {
    private static final Duration FIRST = Duration.ofSeconds(3);

    @BeforeEach
    void for_a_moment() {
      gathering = gathering(new Storm(3, Duration.ofMinutes(10), BOUND, FIRST));
    }

    @Test
    void what_stays_alone_is_told_alone_after_it() {
      assertThat(raises("a")).isTrue();
      clock.forward(FIRST.minusMillis(1));
      assertThat(gathering.turn()).isFalse();
      clock.forward(Duration.ofMillis(1));

      assertThat(gathering.turn()).isTrue();
      assertThat(alone).containsExactly("a-raised");
      assertThat(desk.drafts).isEmpty();
    }

    @Test
    void what_comes_meanwhile_is_one_message_with_it() {
      raises("a");
      clock.forward(Duration.ofSeconds(1));
      raises("b");
      clock.forward(FIRST);

      gathering.turn();

      assertThat(told())
          .containsExactlyInAnyOrder("all: sông Tiền [a-raised, b-raised]", "only-a: một tin a");
    }

    @Test
    void a_storm_begins_with_its_summary() {
      raises("a");
      raises("b");
      raises("c");
      clock.forward(FIRST);
      assertThat(gathering.turn()).as("now it is a storm").isFalse();
      clock.forward(BOUND);

      gathering.turn();

      assertThat(told()).contains("all: sông Tiền [a-raised, b-raised, c-raised]");
      assertThat(alone).isEmpty();
    }

    @Test
    void a_danger_waits_for_nobody_and_comes_behind_what_waited() {
      raises("a");

      assertThat(
              holds(
                  "A-1", new AlertChange.Escalated(rule(), at("a"), Severity.DANGER, Town.NOON, 5)))
          .isFalse();

      assertThat(alone).containsExactly("a-raised");
      assertThat(desk.held()).isEmpty();
    }

    @Test
    void the_end_of_a_danger_may_wait() {
      assertThat(holds(new AlertChange.Cleared(rule(), at("a"), Severity.DANGER, Town.NOON, 0)))
          .isTrue();
    }
  }

  @Test
  void without_a_storm_nothing_waits() {
    assertThat(raises("a")).isFalse();
    assertThat(raises("b")).isFalse();

    assertThat(gathering.turn()).isFalse();
    assertThat(desk.drafts).isEmpty();
  }

  @Test
  void what_is_along_no_river_never_waits() {
    raises("a");
    raises("b");
    raises("c");

    assertThat(raises("road")).isFalse();
  }

  @Test
  void in_a_storm_each_citizen_has_one_message_of_all_that_concern_them() {
    storm();
    assertThat(raises("a")).isTrue();
    assertThat(raises("b")).isTrue();
    clock.forward(BOUND);

    assertThat(gathering.turn()).isTrue();

    assertThat(told())
        .containsExactlyInAnyOrder("all: sông Tiền [a-raised, b-raised]", "only-a: một tin a");
    assertThat(desk.held()).isEmpty();
    assertThat(gathering.turn()).isFalse();
  }

  @Test
  void nothing_waits_longer_than_the_bound_from_the_first_on_dangers_included() {
    storm();
    holds(new AlertChange.Raised(rule(), at("a"), Severity.DANGER, Town.NOON, 5));
    clock.forward(BOUND.minusMillis(1));
    raises("b");
    assertThat(gathering.turn()).isFalse();

    clock.forward(Duration.ofMillis(1));
    gathering.turn();

    assertThat(desk.drafts)
        .filteredOn(draft -> draft.citizen().equals("all"))
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.priority()).isEqualTo(Severity.DANGER.ordinal());
              assertThat(draft.again().orElseThrow()).endsWith("lặp lại");
            });
  }

  @Test
  void many_all_clears_are_one_message_too() {
    desk.changed.addAll(List.of(at("a"), at("b"), at("c")));
    ends("a", "A-1");
    ends("b", "A-2");
    clock.forward(BOUND);

    gathering.turn();

    assertThat(told()).contains("all: sông Tiền [a-cleared, b-cleared]");
  }

  @Test
  void of_an_alert_that_begins_and_ends_while_it_waits_nobody_hears() {
    storm();
    raises("a");
    ends("a", "A-" + notices);
    raises("b");
    clock.forward(BOUND);

    gathering.turn();

    assertThat(told()).containsExactly("all: một tin b");
  }

  @Test
  void of_an_alert_that_grew_worse_while_it_waits_the_last_counts() {
    storm();
    raises("a");
    String alert = "A-" + notices;
    holds(alert, new AlertChange.Escalated(rule(), at("a"), Severity.DANGER, Town.NOON, 5));
    raises("b");
    clock.forward(BOUND);

    gathering.turn();

    assertThat(told()).contains("all: sông Tiền [a-escalated, b-raised]");
  }

  @Test
  void what_comes_while_others_wait_waits_with_them_though_the_storm_is_over() {
    storm();
    raises("a");
    desk.changed.clear();

    assertThat(ends("a", "A-9")).as("an all-clear never overtakes its alarm").isTrue();
  }

  @Test
  void what_was_settled_before_the_hub_died_is_told_as_it_was_settled() {
    storm();
    raises("a");
    long summary = desk.close(List.of(desk.held.getFirst().notice()));
    raises("b");

    gathering.turn();

    assertThat(desk.drafts)
        .extracting(Draft::key)
        .containsExactlyInAnyOrder("S-" + summary + "/storm/all", "S-" + summary + "/storm/only-a");
    assertThat(desk.held()).hasSize(1);
  }

  @Test
  void a_clock_that_was_set_back_holds_up_nothing() {
    storm();
    raises("a");
    clock.forward(Duration.ofHours(-1));

    assertThat(gathering.turn()).isTrue();
  }

  private void storm() {
    desk.changed.addAll(List.of(at("x"), at("y"), at("z")));
  }

  private boolean raises(String station) {
    desk.changed.add(at(station));
    return holds(new AlertChange.Raised(rule(), at(station), Severity.WATCH, Town.NOON, 1));
  }

  private boolean ends(String station, String alert) {
    return holds(alert, new AlertChange.Cleared(rule(), at(station), Severity.WATCH, Town.NOON, 0));
  }

  private boolean holds(AlertChange change) {
    return holds("A-" + (notices + 1), change);
  }

  private boolean holds(String alert, AlertChange change) {
    notices++;
    return gathering.holds(new AlertNotice(notices, alert, change));
  }

  private List<String> told() {
    return desk.drafts.stream().map(draft -> draft.citizen() + ": " + draft.text()).toList();
  }

  private static RuleId rule() {
    return new RuleId("salt");
  }

  private static StationId at(String station) {
    return new StationId(station);
  }

  private static final class Everyone implements Citizens {
    @Override
    public List<String> audience(StationId station) {
      return station.value().equals("a") ? List.of("all", "only-a") : List.of("all");
    }

    @Override
    public List<StationId> subscriptions(String citizen) {
      return List.of();
    }
  }

  private static final class Desk implements GatherDesk {
    final List<Held> held = new ArrayList<>();
    final List<StationId> changed = new ArrayList<>();
    final List<Draft> drafts = new ArrayList<>();

    @Override
    public void hold(AlertNotice notice, Instant now) {
      held.add(new Held(notice, now, Optional.empty()));
    }

    @Override
    public List<Held> held() {
      return List.copyOf(held);
    }

    @Override
    public List<StationId> changedSince(Instant since) {
      return changed;
    }

    @Override
    public long close(List<AlertNotice> notices) {
      long summary = notices.getFirst().id();
      held.replaceAll(
          one ->
              notices.contains(one.notice())
                  ? new Held(one.notice(), one.since(), Optional.of(summary))
                  : one);
      return summary;
    }

    @Override
    public void tell(long summary, List<AlertNotice> notices, List<Draft> more, Instant now) {
      held.removeIf(one -> one.summary().equals(Optional.of(summary)));
      drafts.addAll(more);
    }
  }
}
