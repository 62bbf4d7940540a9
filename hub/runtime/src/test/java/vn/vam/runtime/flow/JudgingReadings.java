package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertDesk;
import vn.vam.core.alert.AlertState;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.log.Place;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleEngine;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.RuleState.Phase;
import vn.vam.core.rule.Severity;
import vn.vam.core.rule.SignalState;
import vn.vam.core.station.StationId;
import vn.vam.testing.Alerts;
import vn.vam.testing.HandClock;

class JudgingReadings {
  private static final Rule AFTER_FIVE = RecallingTheLog.rule(Duration.ofMinutes(5));
  private static final Rule AT_ONCE = RecallingTheLog.atOnce();

  private final MemoryLog log = new MemoryLog();
  private final HandClock clock = new HandClock(Water.NOON);
  private final MemoryDesk desk = new MemoryDesk();
  private final List<Alert> told = new ArrayList<>();
  private Consumer<RuleEngine> newcomers = engine -> {};

  @Test
  void change_state_and_place_are_one_commit() {
    log.append("0 0.9");
    reader(AT_ONCE).turn();

    assertThat(desk.commits).hasSize(1);
    assertThat(desk.changes).containsExactly(raised(0, 0.9));
    assertThat(desk.place).isEqualTo(Place.of(1));
    assertThat(phases()).containsExactly(Phase.RAISED);
  }

  @Test
  void the_alert_is_told_after_its_commit() {
    log.append("0 0.9");
    desk.full = true;
    RuleReader reader = reader(AT_ONCE);
    assertThatIllegalStateException().isThrownBy(reader::turn);
    assertThat(told).isEmpty();

    desk.full = false;
    reader.turn();
    assertThat(told).hasSize(1);
  }

  @Test
  void a_commit_that_failed_is_repeated_with_what_came_meanwhile() {
    log.append("0 0.9");
    desk.full = true;
    RuleReader reader = reader(AT_ONCE);
    assertThatIllegalStateException().isThrownBy(reader::turn);

    log.append("1 0.1");
    desk.full = false;
    reader.turn();

    assertThat(desk.changes).containsExactly(raised(0, 0.9), cleared(1, 0.1));
    assertThat(desk.place).isEqualTo(Place.of(2));
    assertThat(phases()).containsExactly(Phase.NORMAL);
  }

  @Test
  void what_is_not_committed_has_not_been_read() {
    log.append("0 0.9");
    desk.full = true;
    RuleReader reader = reader(AT_ONCE);
    assertThatIllegalStateException().isThrownBy(reader::turn);

    assertThat(reader.committed()).isEqualTo(Place.START);
  }

  @Test
  void after_a_kill_before_the_commit_the_same_change_comes_again() {
    log.append("0 0.9");
    desk.full = true;
    RuleReader killed = reader(AT_ONCE);
    assertThatIllegalStateException().isThrownBy(killed::turn);
    desk.full = false;
    reader(AT_ONCE).turn();

    assertThat(desk.changes).containsExactly(raised(0, 0.9));
  }

  @Test
  void after_a_kill_behind_the_commit_it_does_not() {
    log.append("0 0.9");
    reader(AT_ONCE).turn();
    reader(AT_ONCE).turn();

    assertThat(desk.changes).containsExactly(raised(0, 0.9));
  }

  @Test
  void without_a_change_the_place_is_kept_a_few_times_a_second() {
    RuleReader reader = reader(AT_ONCE);
    log.append("0 0.1");
    reader.turn();
    log.append("1 0.1");
    reader.turn();
    assertThat(desk.place).isEqualTo(Place.of(1));

    clock.forward(Duration.ofMillis(250));
    reader.turn();
    assertThat(desk.place).isEqualTo(Place.of(2));
  }

  @Test
  void a_clock_that_is_set_back_does_not_hold_it_up() {
    RuleReader reader = reader(AT_ONCE);
    log.append("0 0.1");
    reader.turn();
    clock.forward(Duration.ofHours(-1));
    log.append("1 0.1");
    reader.turn();

    assertThat(desk.place).isEqualTo(Place.of(2));
  }

  @Test
  void with_nothing_new_nothing_is_committed() {
    RuleReader reader = reader(AT_ONCE);
    reader.turn();
    clock.forward(Duration.ofHours(1));
    reader.turn();

    assertThat(desk.commits).isEmpty();
  }

  @Test
  void what_is_no_reading_is_passed() {
    log.append("broken", "kept", "flood");
    reader(AT_ONCE).turn();

    assertThat(desk.place).isEqualTo(Place.of(1));
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void a_reading_that_came_too_late_to_tell_of_now_never_alerts() {
    clock.forward(Duration.ofMinutes(31));
    log.append("0 0.9");
    reader(AT_ONCE).turn();

    assertThat(desk.changes).isEmpty();
  }

  @Test
  void with_another_log_it_starts_at_its_beginning() {
    desk.place = Place.of(99);
    log.append("0 0.9");
    reader(AT_ONCE).turn();

    assertThat(desk.changes).containsExactly(raised(0, 0.9));
  }

  @Nested
  class ByTheClock {
    @Test
    void an_alert_is_raised_when_its_time_is_over_though_nothing_more_comes() {
      RuleReader reader = reader(AFTER_FIVE);
      log.append("0 0.9");
      reader.turn();
      clock.forward(Duration.ofMinutes(5).plusSeconds(1));
      reader.turn();

      assertThat(desk.changes).containsExactly(raised(5, 0.9));
    }

    @Test
    void a_second_is_left_for_a_value_on_its_way() {
      RuleReader reader = reader(AFTER_FIVE);
      log.append("0 0.9");
      reader.turn();
      clock.forward(Duration.ofMinutes(5).plusMillis(999));
      reader.turn();

      assertThat(desk.changes).isEmpty();
    }

    @Test
    void never_while_there_is_something_to_read() {
      RuleReader reader = reader(AFTER_FIVE);
      log.append("0 0.9");
      reader.turn();
      clock.forward(Duration.ofMinutes(6));
      log.append("4 0.1");
      reader.turn();
      reader.turn();

      assertThat(desk.changes).isEmpty();
    }

    @Test
    void what_arrives_when_the_time_was_over_prevents_nothing_however_seldom_the_hub_looks_up() {
      RuleReader reader = reader(AFTER_FIVE);
      log.append("0 0.9");
      reader.turn();
      clock.forward(Duration.ofMinutes(10));
      log.append(List.of(Water.entry("4 0.1", clock.instant())));
      reader.turn();

      assertThat(desk.changes).containsExactly(raised(5, 0.9), cleared(5, 0.1));
    }

    @Test
    void what_the_hub_had_logged_before_it_was_killed_can_still_prevent_it() {
      log.append("0 0.9");
      reader(AFTER_FIVE).turn();
      clock.forward(Duration.ofMinutes(10));
      log.append(List.of(Water.entry("4 0.1", clock.instant())));
      RuleReader restarted = reader(AFTER_FIVE);
      clock.forward(Duration.ofSeconds(6));
      restarted.turn();
      restarted.turn();

      assertThat(desk.changes).isEmpty();
    }

    @Test
    void a_timer_survives_a_restart() {
      log.append("0 0.9");
      reader(AFTER_FIVE).turn();
      assertThat(phases()).containsExactly(Phase.PENDING);

      clock.forward(Duration.ofMinutes(6));
      RuleReader restarted = reader(AFTER_FIVE);
      clock.forward(Duration.ofSeconds(5));
      restarted.turn();

      assertThat(desk.changes).containsExactly(raised(5, 0.9));
      assertThat(phases()).containsExactly(Phase.RAISED);
    }

    @Test
    void after_a_restart_what_the_brokers_kept_can_still_prevent_it() {
      log.append("0 0.9");
      reader(AFTER_FIVE).turn();
      clock.forward(Duration.ofMinutes(6));
      RuleReader restarted = reader(AFTER_FIVE);
      restarted.turn();
      log.append("3 0.1");
      clock.forward(Duration.ofSeconds(5));
      restarted.turn();
      restarted.turn();

      assertThat(desk.changes).isEmpty();
    }

    @Test
    void among_old_readings_that_come_one_by_one_the_next_can_still_prevent_it() {
      RuleReader reader = reader(AFTER_FIVE);
      clock.forward(Duration.ofMinutes(10));
      log.append("0 0.9");
      reader.turn();
      reader.turn();
      log.append("2 0.1");
      reader.turn();
      clock.forward(Duration.ofMinutes(1));
      reader.turn();

      assertThat(desk.changes).isEmpty();
    }

    @Test
    void a_timer_that_fires_but_cannot_be_committed_fires_the_next_time() {
      RuleReader reader = reader(AFTER_FIVE);
      log.append("0 0.9");
      reader.turn();
      clock.forward(Duration.ofMinutes(6));
      desk.full = true;
      assertThatIllegalStateException().isThrownBy(reader::turn);
      desk.full = false;
      reader.turn();

      assertThat(desk.changes).containsExactly(raised(5, 0.9));
    }
  }

  @Test
  void a_citizens_limit_is_watched_from_its_next_turn_on_until_it_is_taken_back() {
    MemoryLimits limits = new MemoryLimits();
    OwnLimits own = new OwnLimits(limits, LimitRules.USUAL.withHolds(Duration.ZERO), clock);
    newcomers = own;
    RuleReader reader = reader(AFTER_FIVE);
    reader.turn();

    limits.come(7, new Limit(Water.XUAN_HOA, Limit.Side.ABOVE, 0.2));
    own.mayHaveChanged();
    log.append("0 0.3");
    reader.turn();
    assertThat(desk.changes).extracting(AlertChange::rule).containsExactly(LimitRules.id(7));

    limits.goes(7);
    own.mayHaveChanged();
    log.append("1 0.1");
    reader.turn();
    assertThat(desk.changes).hasSize(1);
  }

  private RuleReader reader(Rule rule) {
    return new RuleReader(
        log,
        new RuleEngine(List.of(rule), desk.states()),
        desk,
        clock,
        told::addAll,
        alerts -> {},
        new Lag("rules", clock, new SimpleMeterRegistry()),
        engine -> {
          newcomers.accept(engine);
          return List.of();
        });
  }

  private List<Phase> phases() {
    return desk.states().stream().map(RuleState::phase).toList();
  }

  private static AlertChange raised(int minute, double value) {
    return new AlertChange.Raised(
        new RuleId("salt"), Water.XUAN_HOA, Severity.WARNING, Water.minute(minute), value);
  }

  private static AlertChange cleared(int minute, double value) {
    return new AlertChange.Cleared(
        new RuleId("salt"), Water.XUAN_HOA, Severity.WARNING, Water.minute(minute), value);
  }

  /** Keeps all of a commit or nothing. */
  private static final class MemoryDesk implements AlertDesk {
    private record Key(RuleId rule, StationId station) {}

    final List<Place> commits = new ArrayList<>();
    final List<AlertChange> changes = new ArrayList<>();
    final Map<Key, RuleState> kept = new LinkedHashMap<>();
    Place place = Place.START;
    boolean full;

    @Override
    public Place place() {
      return place;
    }

    @Override
    public Optional<Instant> committedAt() {
      return Optional.empty();
    }

    @Override
    public List<RuleState> states() {
      return List.copyOf(kept.values());
    }

    @Override
    public List<SignalState> signals() {
      return List.of();
    }

    @Override
    public List<Alert> commit(
        Place reached,
        List<RuleState> states,
        List<SignalState> signals,
        List<AlertChange> more,
        Instant now) {
      if (full) {
        throw new IllegalStateException("no room");
      }
      commits.add(reached);
      place = reached;
      states.forEach(state -> kept.put(new Key(state.rule(), state.station()), state));
      changes.addAll(more);
      return more.stream().map(MemoryDesk::alert).toList();
    }

    private static Alert alert(AlertChange change) {
      return Alerts.alert(
          "A-1",
          change.rule(),
          change.station(),
          change.severity(),
          AlertState.RAISED,
          change.at(),
          Optional.empty(),
          change.value(),
          Optional.empty());
    }

    @Override
    public List<Alert> report(List<AlertChange> changes, Instant now) {
      throw new UnsupportedOperationException("nobody reports here");
    }

    @Override
    public List<Alert> alerts(Optional<AlertState> state, int most) {
      throw new UnsupportedOperationException("nobody asks here");
    }

    @Override
    public AlertCounts counts() {
      throw new UnsupportedOperationException("nobody asks here");
    }
  }
}
