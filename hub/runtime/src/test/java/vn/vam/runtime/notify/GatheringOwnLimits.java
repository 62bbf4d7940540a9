package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.limit.Limits;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Draft;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;
import vn.vam.testing.HandClock;

/** In a storm a citizen has one message of all their own limits that were passed. */
class GatheringOwnLimits {
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final HandClock clock = new HandClock(Town.NOON);
  private final OwnLimitsWait desk = new OwnLimitsWait();
  private final Town town = new Town();
  private final Map<RuleId, Limits.Owner> owners = new HashMap<>();
  private boolean storm = true;
  private long notices;
  private LimitGathering gathering = gathering();

  @BeforeEach
  void two_limits_of_one_citizen_and_one_of_another() {
    owns(1, "u1", "a");
    owns(2, "u1", "b");
    owns(3, "u2", "a");
  }

  private LimitGathering gathering() {
    LimitAudience alone =
        new LimitAudience(
            new Owners(),
            town,
            (limit, change) -> Optional.of(limit.station() + " " + change.word()),
            clock);
    return new LimitGathering(
        desk,
        new Owners(),
        alone,
        changes ->
            Optional.of(
                changes.stream().map(one -> one.limit().station().value()).toList()
                    + (changes.getFirst().isBack() ? " back" : " passed")),
        station -> storm,
        BOUND,
        clock);
  }

  @Test
  void without_a_storm_each_is_told_at_once() {
    storm = false;

    assertThat(passes(1)).isFalse();
    assertThat(gathering.turn()).isFalse();
  }

  @Test
  void alerts_of_the_province_are_not_its_concern() {
    assertThat(gathering.holds(notice(raised(new RuleId("salt"), "a")))).isFalse();
  }

  @Test
  void what_is_passed_is_one_message_for_each_citizen() {
    assertThat(passes(1)).isTrue();
    assertThat(passes(2)).isTrue();
    assertThat(passes(3)).isTrue();
    clock.forward(BOUND.minusMillis(1));
    assertThat(gathering.turn()).isFalse();
    clock.forward(Duration.ofMillis(1));

    assertThat(gathering.turn()).isTrue();

    assertThat(told()).containsExactly("u1: [a, b] passed", "u2: a raised");
    assertThat(desk.drafts.getFirst().key()).startsWith("own.1+own.2/raised/");
    assertThat(gathering.turn()).isFalse();
  }

  @Test
  void what_is_back_is_another_message() {
    passes(1);
    isBack(2);
    clock.forward(BOUND);

    gathering.turn();

    assertThat(told()).containsExactly("u1: a raised", "u1: b cleared");
  }

  @Test
  void of_what_is_back_before_it_was_told_nobody_hears() {
    passes(1);
    storm = false;
    assertThat(isBack(1)).as("an end never overtakes its alarm").isTrue();
    clock.forward(BOUND);

    gathering.turn();

    assertThat(told()).isEmpty();
    assertThat(passes(1)).as("nothing waits any more").isFalse();
  }

  @Test
  void of_a_limit_that_was_taken_back_nobody_hears() {
    passes(1);
    passes(2);
    owners.remove(LimitRules.id(1));
    clock.forward(BOUND);

    gathering.turn();

    assertThat(told()).containsExactly("u1: b raised");
  }

  @Test
  void what_an_earlier_run_has_left_waits_on() {
    passes(1);
    gathering = gathering();
    clock.forward(BOUND);

    assertThat(gathering.turn()).isTrue();
    assertThat(told()).containsExactly("u1: a raised");
  }

  private void owns(long number, String citizen, String station) {
    Limit limit = new Limit(new StationId(station), Side.ABOVE, 1);
    owners.put(LimitRules.id(number), new Limits.Owner(citizen, limit));
    desk.owners.put(LimitRules.id(number), citizen);
  }

  private boolean passes(long number) {
    return gathering.holds(notice(raised(LimitRules.id(number), station(number))));
  }

  private boolean isBack(long number) {
    return gathering.holds(
        notice(
            new AlertChange.Cleared(
                LimitRules.id(number),
                new StationId(station(number)),
                Severity.WATCH,
                Town.NOON,
                0.5)));
  }

  private static String station(long number) {
    return number == 2 ? "b" : "a";
  }

  private static AlertChange raised(RuleId rule, String station) {
    return new AlertChange.Raised(rule, new StationId(station), Severity.WATCH, Town.NOON, 1.5);
  }

  private AlertNotice notice(AlertChange change) {
    return new AlertNotice(++notices, "A-0", change);
  }

  private List<String> told() {
    return desk.drafts.stream().map(GatheringOwnLimits::written).toList();
  }

  private static String written(Draft draft) {
    return draft.citizen() + ": " + draft.text();
  }

  private final class Owners implements Limits {
    @Override
    public List<Kept> all() {
      return List.of();
    }

    @Override
    public News news() {
      return new News(List.of(), List.of());
    }

    @Override
    public Optional<Owner> ownerOf(RuleId rule) {
      return Optional.ofNullable(owners.get(rule));
    }
  }
}
