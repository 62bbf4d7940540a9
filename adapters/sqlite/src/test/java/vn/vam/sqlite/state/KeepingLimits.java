package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;
import static vn.vam.sqlite.state.StateFile.draft;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.citizen.OpenQuestion;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.citizen.Quiet;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.limit.Limits.Kept;
import vn.vam.core.limit.Limits.Owner;
import vn.vam.core.log.Place;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleState;
import vn.vam.core.rule.RuleState.Phase;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** Limits of citizens, quiet hours and open questions in the state file. */
class KeepingLimits {
  private static final StationId MY_THO = new StationId("my-tho");
  private static final Limit ABOVE_ONE = new Limit(XUAN_HOA, Side.ABOVE, 1);
  private static final Quiet NIGHT = Quiet.between(LocalTime.of(22, 0), LocalTime.of(5, 0));
  private static final Instant MIDNIGHT = Instant.parse("2026-03-12T17:00:00Z");

  @TempDir Path folder;
  private StateFile state;
  private int events;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Nested
  class ALimit {
    @Test
    void is_kept_with_the_words_and_the_time_and_survives_a_restart() {
      sets("u1", ABOVE_ONE);
      state.reopen();

      assertThat(state.citizens().profile("u1", NOON).limits()).containsExactly(ABOVE_ONE);
      assertThat(state.ask("SELECT consent || ' ' || agreed_at FROM citizen_limit"))
          .isEqualTo("Tôi đồng ý " + NOON.toEpochMilli());
    }

    @Test
    void takes_the_place_of_the_one_of_its_side_under_a_new_number() {
      sets("u1", ABOVE_ONE);
      sets("u1", new Limit(XUAN_HOA, Side.BELOW, 0.5));
      sets("u1", new Limit(XUAN_HOA, Side.ABOVE, 2));

      assertThat(state.limits().all())
          .containsExactly(
              new Kept(2, new Limit(XUAN_HOA, Side.BELOW, 0.5)),
              new Kept(3, new Limit(XUAN_HOA, Side.ABOVE, 2)));
    }

    @Test
    void tells_the_rules_what_came_and_went_since_they_looked() {
      sets("u1", ABOVE_ONE);
      SqliteLimits limits = state.limits();
      limits.all();
      sets("u2", ABOVE_ONE);
      changes("u1", new ProfileChange.Unsubscribe(XUAN_HOA));

      assertThat(limits.news())
          .isEqualTo(new SqliteLimits.News(List.of(new Kept(2, ABOVE_ONE)), List.of(1L)));
      assertThat(limits.news()).isEqualTo(new SqliteLimits.News(List.of(), List.of()));
    }

    @Test
    void belongs_to_someone_until_they_stop() {
      sets("u1", ABOVE_ONE);
      assertThat(state.limits().ownerOf(LimitRules.id(1))).contains(new Owner("u1", ABOVE_ONE));

      changes("u1", new ProfileChange.UnsubscribeAll());
      assertThat(state.limits().ownerOf(LimitRules.id(1))).isEmpty();
    }

    @Test
    void of_others_stays_when_someone_stops() {
      sets("u1", ABOVE_ONE);
      sets("u2", ABOVE_ONE);
      changes("u1", new ProfileChange.UnsubscribeAll());

      assertThat(state.limits().all()).extracting(Kept::number).containsExactly(2L);
    }
  }

  @Nested
  class APassedLimit {
    @Test
    void is_told_once_and_is_no_alert_that_others_see() {
      sets("u1", ABOVE_ONE);
      state.desk().commit(Place.of(1), List.of(pending()), List.of(raised(), raised()), NOON);

      assertThat(state.desk().alerts(Optional.empty(), 10)).isEmpty();
      assertThat(state.desk().counts().raised()).isZero();
      assertThat(state.outbox().nextNotice(0).orElseThrow().change()).isEqualTo(raised());
      assertThat(state.ask("SELECT count(*) FROM notice")).isEqualTo("1");
    }

    @Test
    void ends_with_a_notice_of_its_own() {
      sets("u1", ABOVE_ONE);
      state.desk().commit(Place.of(1), List.of(), List.of(raised(), cleared(), cleared()), NOON);

      assertThat(state.ask("SELECT count(*) FROM notice")).isEqualTo("2");
    }

    @Test
    void waits_behind_the_alerts_of_the_province() {
      sets("u1", ABOVE_ONE);
      state.desk().commit(Place.of(1), List.of(), List.of(raised()), NOON);
      state.raises(0.9);

      assertThat(state.outbox().nextNotice(0).orElseThrow().change().rule())
          .isEqualTo(StateFile.SALT);
    }

    @Test
    void remembers_its_timers_as_long_as_it_is_there() {
      sets("u1", ABOVE_ONE);
      state.desk().commit(Place.of(1), List.of(pending()), List.of(), NOON);
      assertThat(state.desk().states()).containsExactly(pending());

      changes("u1", new ProfileChange.UnsubscribeAll());
      state.desk().commit(Place.of(2), List.of(pending()), List.of(raised()), NOON);
      assertThat(state.desk().states()).isEmpty();
      assertThat(state.outbox().nextNotice(0)).isEmpty();
    }
  }

  @Nested
  class QuietHours {
    @Test
    void let_a_watch_wait_for_the_morning_and_a_danger_pass() {
      changes("u1", new ProfileChange.Follow(), new ProfileChange.KeepQuiet(NIGHT));
      state.writes(draft("watch", "u1", 0), draft("danger", "u1", 2), draft("answer", "u1", 100));

      assertThat(state.lease(MIDNIGHT).draft().text()).isEqualTo("nội dung answer");
      OutboxMessage danger = state.lease(MIDNIGHT);
      assertThat(danger.draft().text()).isEqualTo("nội dung danger");
      assertThat(state.outbox().lease(MIDNIGHT)).isEmpty();
      state.outbox().settle(danger, new Delivery.Delivered("m-1"), MIDNIGHT);
      assertThat(state.leasedTexts(MIDNIGHT.plus(Duration.ofHours(5))))
          .containsExactly("nội dung watch");
    }

    @Test
    void of_the_province_hold_for_those_who_said_nothing() {
      changes("u2", new ProfileChange.Follow(), new ProfileChange.KeepQuiet(Quiet.NEVER));
      state.writes(draft("of u1", "u1", 0), draft("of u2", "u2", 0));

      assertThat(state.outbox(NIGHT).lease(MIDNIGHT).orElseThrow().draft().citizen())
          .isEqualTo("u2");
      assertThat(state.outbox(NIGHT).lease(MIDNIGHT)).isEmpty();
    }

    @Test
    void that_are_given_up_hold_nothing_back() {
      changes("u1", new ProfileChange.Follow(), new ProfileChange.KeepQuiet(NIGHT));
      state.writes(draft("watch", "u1", 0));
      state.leasedTexts(MIDNIGHT);
      changes("u1", new ProfileChange.KeepQuiet(Quiet.NEVER));

      assertThat(state.leasedTexts(MIDNIGHT)).containsExactly("nội dung watch");
    }

    @Test
    void bring_nothing_in_the_morning_to_who_stopped_in_the_night() {
      changes("u1", new ProfileChange.Follow(), new ProfileChange.KeepQuiet(NIGHT));
      state.writes(draft("watch", "u1", 0));
      state.leasedTexts(MIDNIGHT);
      changes("u1", new ProfileChange.UnsubscribeAll());

      assertThat(state.leasedTexts(MIDNIGHT.plus(Duration.ofHours(5)))).isEmpty();
    }
  }

  @Nested
  class AnOpenQuestion {
    private final OpenQuestion question = new OpenQuestion.WhereLimit(Side.BELOW, 0.5);

    @ParameterizedTest
    @ValueSource(strings = {"limit BELOW 0.5", "safe", "chart 3", "alerts", "stop", "stop all"})
    void is_remembered_for_ten_minutes_across_a_restart(String written) {
      OpenQuestion asked = OpenQuestion.read(written).orElseThrow();
      assertThat(asked.written()).isEqualTo(written);
      changes("u1", new ProfileChange.Ask(asked));
      state.reopen();

      assertThat(state.citizens().profile("u1", NOON.plusSeconds(599)).open()).contains(asked);
      assertThat(state.citizens().profile("u1", NOON.plusSeconds(601)).open()).isEmpty();
      assertThat(state.ask("SELECT count(*) FROM open_question")).isEqualTo("0");
    }

    @Test
    void is_forgotten_once_it_is_answered() {
      changes("u1", new ProfileChange.Ask(question));
      changes("u1", new ProfileChange.AskNothing());

      assertThat(state.citizens().profile("u1", NOON).open()).isEmpty();
    }
  }

  @Test
  void who_is_erased_leaves_nothing_of_it_on_disk() {
    changes(
        "u-470011",
        new ProfileChange.SetLimit(new Limit(MY_THO, Side.ABOVE, 1), "đồng ý của u-470011"),
        new ProfileChange.KeepQuiet(NIGHT),
        new ProfileChange.Ask(new OpenQuestion.WhereSafe()));
    state.desk().commit(Place.of(1), List.of(), List.of(raised()), NOON);
    changes("u-470011", new ProfileChange.Erase());

    assertThat(state.ask("SELECT count(*) FROM citizen_limit")).isEqualTo("0");
    assertThat(state.ask("SELECT count(*) FROM limit_state")).isEqualTo("0");
    assertThat(state.bytesOnDisk()).doesNotContain("470011");
  }

  private static RuleState pending() {
    return new RuleState(LimitRules.id(1), XUAN_HOA, Phase.PENDING, NOON, NOON, 1.2);
  }

  private static AlertChange raised() {
    return new AlertChange.Raised(LimitRules.id(1), XUAN_HOA, Severity.WATCH, NOON, 1.2);
  }

  private static AlertChange cleared() {
    return new AlertChange.Cleared(LimitRules.id(1), XUAN_HOA, Severity.WATCH, NOON, 0.7);
  }

  private void sets(String citizen, Limit limit) {
    changes(citizen, new ProfileChange.SetLimit(limit, "Tôi đồng ý"));
  }

  private void changes(String citizen, ProfileChange... changes) {
    events++;
    state.answers("event " + events, citizen, List.of(), changes);
  }
}
