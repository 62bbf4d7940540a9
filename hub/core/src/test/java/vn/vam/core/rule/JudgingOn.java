package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.salt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;

/** Whether a changed rule can judge what the one before it has raised. */
class JudgingOn {
  private static final Condition HIGH = salt(new Level.Above(0.5));
  private static final Condition DEEP = level(new Level.Above(2));
  private static final Condition SILENT =
      new Condition.Silent(Optional.empty(), Duration.ofHours(3));

  private static Condition level(Level level) {
    return new Condition.Beyond(Quantity.LEVEL, new Measure.Newest(), level);
  }

  private static Condition any(Condition... parts) {
    return new Condition.Several(List.of(parts), 1);
  }

  @Test
  void another_level_time_or_mean_looks_at_the_same() {
    assertThat(goesOn(HIGH, salt(new Level.Above(0.7)))).isTrue();
    assertThat(goesOn(HIGH, salt(new Measure.Mean(minutes(15)), new Level.AtLeast(0.5)))).isTrue();
  }

  @Test
  void another_quantity_side_or_kind_does_not() {
    for (Condition other :
        List.of(
            DEEP,
            salt(new Level.Below(0.5)),
            salt(new Measure.Rise(minutes(60)), new Level.Above(0.5)),
            SILENT,
            new Condition.Seen(
                Optional.empty(), CameraEventType.FLOOD, minutes(5), new Level.AtLeast(1)))) {
      assertThat(goesOn(HIGH, other)).as(other.words()).isFalse();
    }
  }

  @Test
  void more_than_before_is_enough_and_less_is_not() {
    assertThat(goesOn(HIGH, any(HIGH, DEEP))).isTrue();
    assertThat(goesOn(any(HIGH, DEEP), HIGH)).isFalse();
  }

  @Test
  void a_step_that_told_of_something_else_has_to_be_there_still() {
    Rule before = rule(HIGH, List.of(new Rung(Severity.DANGER, DEEP, AT_ONCE)));
    Rule after = rule(HIGH, List.of());

    assertThat(Subjects.covers(after, of(before, Severity.WATCH))).isTrue();
    assertThat(Subjects.covers(after, of(before, Severity.DANGER))).isFalse();
  }

  private static Set<String> of(Rule rule, Severity severity) {
    return Subjects.of(rule).getOrDefault(severity, Set.of());
  }

  private static boolean goesOn(Condition before, Condition after) {
    return Subjects.covers(rule(after, List.of()), of(rule(before, List.of()), Severity.WATCH));
  }

  private static Rule rule(Condition raise, List<Rung> ladder) {
    return Watching.rule(
        raise, AT_ONCE, level(new Level.Inside(0.1, 0.2)), AT_ONCE, ladder, Schedule.ALWAYS);
  }
}
