package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.rule;
import static vn.vam.core.rule.Watching.salt;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quantity;

/** A watch above 0.5 after ten minutes, a warning above 1 after five, a danger above 4 at once. */
class ClimbingALadder {
  private static final List<Rung> LADDER =
      List.of(
          new Rung(Severity.WARNING, salt(new Level.Above(1)), minutes(5)),
          new Rung(Severity.DANGER, salt(new Level.Above(4)), AT_ONCE));

  private final Watching river =
      new Watching(
          rule(
              salt(new Level.Above(0.5)),
              minutes(10),
              salt(new Level.Below(0.4)),
              AT_ONCE,
              LADDER,
              Schedule.ALWAYS));

  @Test
  void it_is_raised_at_the_lowest_step_and_escalates_to_each_higher_one() {
    river.says(0, 0.6);
    assertThat(river.says(10, 1.2)).containsExactly("10 raised xuan-hoa watch 1.2");
    assertThat(river.says(15, 1.3)).containsExactly("15 escalated xuan-hoa warning 1.3");
    assertThat(river.says(20, 4.4)).containsExactly("20 escalated xuan-hoa danger 4.4");
  }

  @Test
  void it_may_begin_on_a_higher_step() {
    assertThat(river.says(0, 5)).containsExactly("0 raised xuan-hoa danger 5");
    assertThat(river.says(30, 5)).isEmpty();
  }

  @Test
  void a_step_has_a_timer_of_its_own_that_falls_due_between_values() {
    river.says(0, 0.6);
    river.says(10, 1.2);

    assertThat(river.timePasses(15)).containsExactly("15 escalated xuan-hoa warning 1.2");
  }

  @Test
  void a_step_that_did_not_hold_is_not_reached() {
    river.says(0, 0.6);
    river.says(10, 1.2);
    river.says(13, 0.9);

    assertThat(river.timePasses(30)).isEmpty();
  }

  @Test
  void it_stays_as_severe_as_it_was_until_it_is_cleared() {
    river.says(0, 5);
    assertThat(river.says(1, 0.6)).isEmpty();

    assertThat(river.says(2, 0.1)).containsExactly("2 cleared xuan-hoa danger 0.1");
  }

  @Test
  void after_the_all_clear_it_begins_at_the_bottom() {
    river.says(0, 5);
    river.says(2, 0.1);
    river.says(3, 0.6);

    assertThat(river.says(13, 0.6)).containsExactly("13 raised xuan-hoa watch 0.6");
  }

  @Test
  void the_timer_of_a_step_survives_a_restart() {
    river.says(0, 0.6);
    river.says(10, 1.2);
    river.restarts();

    assertThat(river.timePasses(14)).isEmpty();
    assertThat(river.timePasses(15)).containsExactly("15 escalated xuan-hoa warning 1.2");
  }

  @Test
  void a_step_that_was_waiting_for_another_level_than_there_is_now_waits_no_more() {
    Watching lower =
        new Watching(
            rule(
                salt(new Level.Above(0.5)),
                AT_ONCE,
                salt(new Level.Below(0.4)),
                AT_ONCE,
                List.of(new Rung(Severity.WARNING, salt(new Level.Above(0.6)), minutes(5))),
                Schedule.ALWAYS));
    lower.says(0, 0.7);
    RuleEngine engine =
        new RuleEngine(
            List.of(
                rule(
                    salt(new Level.Above(0.5)),
                    AT_ONCE,
                    salt(new Level.Below(0.4)),
                    AT_ONCE,
                    LADDER,
                    Schedule.ALWAYS)),
            lower.states());

    assertThat(engine.advance(Watching.minute(30))).isEmpty();
  }

  @Test
  void the_severity_it_had_reached_survives_a_restart() {
    river.says(0, 5);
    river.restarts();

    assertThat(river.says(1, 5)).isEmpty();
    assertThat(river.says(2, 0.1)).containsExactly("2 cleared xuan-hoa danger 0.1");
  }

  @Test
  void steps_that_do_not_rise_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                rule(
                    salt(new Level.Above(0.5)),
                    AT_ONCE,
                    salt(new Level.Below(0.4)),
                    AT_ONCE,
                    LADDER.reversed(),
                    Schedule.ALWAYS));
  }

  /** A danger is told of something else than salt. */
  @Nested
  class WithAStepOfAnotherKind {
    @Test
    void it_is_not_cleared_while_that_holds() {
      Watching rising =
          orDanger(salt(new Measure.Rise(minutes(60)), new Level.AtLeast(0.2)), AT_ONCE);
      rising.says(0, 0.1);

      assertThat(rising.says(10, 0.35)).containsExactly("10 raised xuan-hoa danger 0.25");
      assertThat(rising.says(50, 0.35)).isEmpty();
      assertThat(rising.timePasses(61)).containsExactly("60 cleared xuan-hoa danger 0.35");
    }

    @Test
    void its_waiting_for_the_all_clear_is_broken_off_by_that() {
      Watching deep = orDanger(level(2), minutes(20));
      deep.says(0, 0.6);
      deep.says("gauge", Quantity.LEVEL, 10, 2.5);
      deep.says(20, 0.1);
      deep.says("gauge", Quantity.LEVEL, 30, 1.5);
      deep.says("gauge", Quantity.LEVEL, 40, 2.5);

      assertThat(deep.says("gauge", Quantity.LEVEL, 55, 1.5)).isEmpty();
      assertThat(deep.timePasses(75)).containsExactly("75 cleared xuan-hoa danger 0.1");
    }

    @Test
    void a_doubted_value_of_that_is_told_by_its_own_number() {
      Watching deep =
          orDanger(salt(new Measure.Rise(minutes(60)), new Level.AtLeast(0.2)), AT_ONCE);
      deep.says(0, 0.1);

      assertThat(deep.doubts(1, 0.4)).containsExactly("1 doubted xuan-hoa danger 0.3");
    }

    @Test
    void a_probe_that_fell_silent_on_it_gives_no_all_clear_until_it_is_heard() {
      Watching deep = orDanger(level(2), AT_ONCE);
      deep.says(0, 0.1);
      deep.says("gauge", Quantity.LEVEL, 10, 2.5);

      assertThat(deep.says(40, 0.1)).isEmpty();
      assertThat(deep.says(80, 0.1)).isEmpty();
      assertThat(deep.says(120, 0.1)).isEmpty();
      assertThat(deep.says("gauge", Quantity.LEVEL, 121, 1.5))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("121 cleared");
    }

    private static Condition level(double level) {
      return new Condition.Beyond(Quantity.LEVEL, new Measure.Newest(), new Level.Above(level));
    }

    private static Watching orDanger(Condition danger, Duration clearFor) {
      return new Watching(
          rule(
              salt(new Level.Above(0.5)),
              AT_ONCE,
              salt(new Level.Below(0.4)),
              clearFor,
              List.of(new Rung(Severity.DANGER, danger, AT_ONCE)),
              Schedule.ALWAYS));
    }
  }
}
