package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.XUAN_HOA;
import static vn.vam.core.rule.Watching.measured;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.rule;
import static vn.vam.core.rule.Watching.salt;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.DeviceId;

class LookingAtAWindow {
  private static final Duration QUARTER = minutes(15);

  @Nested
  class AMean {
    private final Watching river =
        new Watching(
            rule(
                salt(new Measure.Mean(QUARTER), new Level.Above(0.5)),
                AT_ONCE,
                salt(new Measure.Mean(QUARTER), new Level.Below(0.4)),
                AT_ONCE));

    @Test
    void is_not_raised_by_one_high_value_among_low_ones() {
      assertThat(river.saysInTurn(0, 0.1, 0.1, 1.2)).isEmpty();
    }

    @Test
    void is_raised_once_the_values_together_are_above_and_tells_the_mean() {
      assertThat(river.saysInTurn(0, 0.3, 0.6, 0.9)).containsExactly("2 raised xuan-hoa watch 0.6");
    }

    @Test
    void of_one_value_is_that_value() {
      assertThat(river.says(0, 0.6)).containsExactly("0 raised xuan-hoa watch 0.6");
    }

    @Test
    void forgets_what_left_the_window_even_when_nothing_new_comes() {
      river.says(0, 0.9);
      river.says(14, 0.1);

      assertThat(river.timePasses(15)).isEmpty();
      assertThat(river.timePasses(16)).hasSize(1).first().asString().contains("cleared");
    }

    @Test
    void holds_between_two_values_that_lie_farther_apart_than_it_is_wide() {
      Watching seldom = held(30);
      seldom.says(0, 0.6);

      assertThat(seldom.says(16, 0.6)).isEmpty();
      assertThat(seldom.says(32, 0.6)).containsExactly("30 raised xuan-hoa watch 0.6");
      assertThat(seldom.says(48, 0.3)).isEmpty();
      assertThat(seldom.says(64, 0.3)).isEmpty();
      assertThat(seldom.says(80, 0.3)).hasSize(1).first().asString().contains("cleared");
    }

    @Test
    void holds_no_longer_than_its_newest_value_is_fresh() {
      Watching seldom = held(90);
      seldom.says(0, 0.6);

      assertThat(seldom.timePasses(200)).isEmpty();
    }

    @Test
    void does_not_hold_by_a_value_that_was_taken_back() {
      Watching seldom = held(30);
      seldom.says(0, 9.9);
      seldom.hears(measured(XUAN_HOA, 0, 9.9, Quality.FAIL));

      assertThat(seldom.timePasses(50)).isEmpty();
    }

    private static Watching held(int minutes) {
      return new Watching(
          rule(
              salt(new Measure.Mean(QUARTER), new Level.Above(0.5)),
              minutes(minutes),
              salt(new Measure.Mean(QUARTER), new Level.Below(0.4)),
              minutes(minutes)));
    }

    @Test
    void counts_a_late_value_from_now_on() {
      river.says(0, 0.1);
      river.says(10, 0.6);

      assertThat(river.says(5, 1.4)).containsExactly("10 raised xuan-hoa watch 0.7");
    }

    @Test
    void counts_one_that_came_too_late_to_alert_with_the_next_value() {
      Watching slow =
          new Watching(
              rule(
                  salt(new Measure.Mean(minutes(240)), new Level.Above(0.5)),
                  AT_ONCE,
                  salt(new Measure.Mean(minutes(240)), new Level.Below(0.4)),
                  AT_ONCE));
      slow.says(100, 0.3);

      assertThat(slow.says(XUAN_HOA, 10, 0.9, 100)).isEmpty();
      assertThat(slow.says(101, 0.4)).containsExactly("101 raised xuan-hoa watch 0.533");
    }

    @Test
    void is_known_again_after_a_restart_from_what_the_log_keeps() {
      river.saysInTurn(0, 0.3, 0.3);
      river.restarts(
          measured(XUAN_HOA, 0, 0.3, Quality.PASS), measured(XUAN_HOA, 1, 0.3, Quality.PASS));

      assertThat(river.says(2, 0.8)).isEmpty();
      assertThat(river.says(3, 0.8)).containsExactly("3 raised xuan-hoa watch 0.55");
    }

    @Test
    void needs_as_much_of_the_log_as_it_looks_at_behind_the_oldest_value_that_counts() {
      assertThat(river.engine().window()).isEqualTo(QUARTER.plus(Watching.STALE));
    }
  }

  @Nested
  class TheHighestAndTheLowest {
    @Test
    void the_highest_stays_until_it_leaves_the_window() {
      Watching river =
          new Watching(
              rule(
                  salt(new Measure.Highest(QUARTER), new Level.Above(0.5)),
                  AT_ONCE,
                  salt(new Measure.Highest(QUARTER), new Level.Below(0.5)),
                  AT_ONCE));

      assertThat(river.says(0, 0.6)).containsExactly("0 raised xuan-hoa watch 0.6");
      assertThat(river.says(15, 0.1)).isEmpty();
      assertThat(river.says(16, 0.1)).hasSize(1).first().asString().contains("cleared");
    }

    @Test
    void the_lowest_is_above_once_every_value_is() {
      Watching river =
          new Watching(
              rule(
                  salt(new Measure.Lowest(minutes(2)), new Level.Above(0.5)),
                  AT_ONCE,
                  salt(new Level.Below(0.5)),
                  AT_ONCE));

      assertThat(river.saysInTurn(0, 0.4, 0.6, 0.7, 0.8))
          .containsExactly("2 raised xuan-hoa watch 0.6");
    }
  }

  @Nested
  class RisingAndFalling {
    private final Watching rising =
        new Watching(
            rule(
                salt(new Measure.Rise(minutes(60)), new Level.AtLeast(1.0)),
                AT_ONCE,
                salt(new Measure.Rise(minutes(60)), new Level.Below(0.5)),
                AT_ONCE));

    @Test
    void a_rise_is_raised_with_how_far_it_went() {
      rising.says(0, 0.2);

      assertThat(rising.says(30, 0.9)).isEmpty();
      assertThat(rising.says(60, 1.2)).containsExactly("60 raised xuan-hoa watch 1");
    }

    @Test
    void the_same_rise_over_a_longer_time_is_none() {
      rising.says(0, 0.2);
      rising.says(30, 0.6);

      assertThat(rising.says(61, 1.3)).isEmpty();
    }

    @Test
    void a_fall_is_no_rise() {
      rising.says(0, 3);

      assertThat(rising.says(10, 0.5)).isEmpty();
    }

    @Test
    void it_is_cleared_once_it_rises_less_than_the_clear_amount() {
      rising.says(0, 0.2);
      rising.says(30, 1.4);

      assertThat(rising.says(59, 1.0)).isEmpty();
      assertThat(rising.timePasses(61)).containsExactly("60 cleared xuan-hoa watch 0");
    }

    @Test
    void a_fall_is_raised_with_how_far_it_went() {
      Watching falling =
          new Watching(
              rule(
                  salt(new Measure.Fall(minutes(60)), new Level.AtLeast(0.4)),
                  AT_ONCE,
                  salt(new Measure.Fall(minutes(60)), new Level.Below(0.4)),
                  AT_ONCE));
      falling.says(0, 1.0);

      assertThat(falling.says(20, 0.6)).containsExactly("20 raised xuan-hoa watch 0.4");
    }
  }

  @Nested
  class SoManyWithin {
    private final Watching river =
        new Watching(
            rule(
                salt(new Measure.Times(new Level.Above(0.5), minutes(10)), new Level.AtLeast(3)),
                AT_ONCE,
                salt(new Measure.Times(new Level.Above(0.5), minutes(10)), new Level.Below(2)),
                AT_ONCE));

    @Test
    void it_is_raised_by_the_third_of_three_whatever_lies_between() {
      assertThat(river.saysInTurn(0, 0.6, 0.1, 0.7, 0.2, 0.8))
          .containsExactly("4 raised xuan-hoa watch 3");
    }

    @Test
    void values_too_far_apart_do_not_count_together() {
      river.says(0, 0.6);
      river.says(6, 0.6);

      assertThat(river.says(11, 0.6)).isEmpty();
    }

    @Test
    void it_is_cleared_once_fewer_are_left() {
      river.saysInTurn(0, 0.6, 0.7, 0.8);

      assertThat(river.says(11, 0.1)).isEmpty();
      assertThat(river.timePasses(12)).containsExactly("11 cleared xuan-hoa watch 1");
    }

    @Test
    void a_probe_that_fell_silent_clears_nothing() {
      river.saysInTurn(0, 0.6, 0.7, 0.8);
      Watching stale =
          new Watching(
              rule(
                  salt(new Measure.Times(new Level.Above(0.5), minutes(90)), new Level.AtLeast(1)),
                  AT_ONCE,
                  salt(new Measure.Times(new Level.Above(0.5), minutes(90)), new Level.Below(1)),
                  AT_ONCE));
      stale.says(0, 0.6);

      assertThat(stale.timePasses(500)).isEmpty();
    }
  }

  /** One device has one value for an instant: the last it told of it, as in the store. */
  @Nested
  class AnInstantToldTwice {
    private Watching watching(Measure measure, Level breach) {
      return new Watching(rule(salt(measure, breach), AT_ONCE, salt(new Level.Below(0)), AT_ONCE));
    }

    @Test
    void counts_once_among_so_many_within() {
      Watching often =
          watching(new Measure.Times(new Level.Above(0.5), minutes(10)), new Level.AtLeast(3));
      often.saysInTurn(0, 0.6, 0.7);

      assertThat(often.says(1, 0.8)).isEmpty();
      assertThat(often.says(2, 0.8)).containsExactly("2 raised xuan-hoa watch 3");
    }

    @Test
    void counts_with_its_last_value_in_a_mean() {
      Watching river = watching(new Measure.Mean(QUARTER), new Level.Above(0.5));
      river.saysInTurn(0, 0.1, 0.4);

      assertThat(river.says(1, 0.8)).isEmpty();
      assertThat(river.says(2, 0.9)).containsExactly("2 raised xuan-hoa watch 0.6");
    }

    @Test
    void forgets_a_highest_value_that_was_a_mistake() {
      Watching river = watching(new Measure.Highest(QUARTER), new Level.Above(5));
      river.says(0, 4);
      river.says(0, 0.4);

      assertThat(river.says(1, 5.5)).containsExactly("1 raised xuan-hoa watch 5.5");
      Watching corrected =
          new Watching(
              rule(
                  salt(new Measure.Highest(QUARTER), new Level.Above(5)),
                  AT_ONCE,
                  salt(new Measure.Highest(QUARTER), new Level.Below(1)),
                  AT_ONCE));
      corrected.says(0, 9);

      assertThat(corrected.says(0, 0.4)).containsExactly("0 cleared xuan-hoa watch 0.4");
    }

    @Test
    void is_looked_at_anew_when_the_correction_comes_late() {
      Watching river = watching(new Measure.Mean(QUARTER), new Level.Above(0.5));
      river.saysInTurn(0, 0.1, 0.1, 0.1);

      assertThat(river.says(XUAN_HOA, 0, 1.9, 3)).containsExactly("2 raised xuan-hoa watch 0.7");
    }

    @Test
    void leaves_the_windows_where_the_last_that_was_told_is_not_to_be_trusted() {
      Watching often =
          watching(new Measure.Times(new Level.Above(0.5), minutes(10)), new Level.AtLeast(3));
      often.saysInTurn(0, 0.6, 0.7);
      often.doubts(1, 9);

      assertThat(often.says(2, 0.8)).isEmpty();
      assertThat(often.says(3, 0.8)).containsExactly("3 raised xuan-hoa watch 3");
    }

    @Test
    void by_two_devices_is_two_values() {
      Watching often =
          watching(new Measure.Times(new Level.Above(0.5), minutes(10)), new Level.AtLeast(2));
      often.says("xuan-hoa-1", 0, 0.6);

      assertThat(often.says("xuan-hoa-2", 0, 0.6)).containsExactly("0 raised xuan-hoa watch 2");
    }

    @Test
    void of_two_lanes_is_two_values() {
      Watching slow =
          new Watching(
              rule(speed(new Level.AtLeast(2)), AT_ONCE, speed(new Level.Below(1)), AT_ONCE));
      slow.hears(lane("1", 5));
      slow.hears(lane("1", 6));

      assertThat(slow.hears(lane("2", 7))).containsExactly("0 raised xuan-hoa watch 2");
    }

    private static Condition speed(Level times) {
      return new Condition.Beyond(
          Quantity.SPEED, new Measure.Times(new Level.Below(12), minutes(10)), times);
    }

    private static Reading lane(String lane, double speed) {
      return new Reading.Counted(
          new DeviceId("counter"),
          XUAN_HOA,
          lane,
          "both",
          Map.of(Quantity.SPEED, speed),
          Quality.PASS,
          Watching.minute(0));
    }

    @Test
    void is_one_value_after_a_restart_too() {
      Watching often =
          watching(new Measure.Times(new Level.Above(0.5), minutes(10)), new Level.AtLeast(3));
      often.saysInTurn(0, 0.6, 0.7);
      often.restarts(
          measured(XUAN_HOA, 0, 0.6, Quality.PASS),
          measured(XUAN_HOA, 1, 0.7, Quality.PASS),
          measured(XUAN_HOA, 1, 0.8, Quality.PASS));

      assertThat(often.says(2, 0.8)).containsExactly("2 raised xuan-hoa watch 3");
    }
  }
}
