package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.MY_THO;
import static vn.vam.core.rule.Watching.XUAN_HOA;
import static vn.vam.core.rule.Watching.measured;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.rule;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;

/** Silent after three hours. */
class FallingSilent {
  private static final Condition.Silent SILENT =
      new Condition.Silent(Optional.empty(), minutes(180));

  private final Watching river =
      new Watching(rule(SILENT, AT_ONCE, new Condition.Heard(SILENT), AT_ONCE));

  @Test
  void is_raised_when_the_time_is_over_with_how_long_nothing_was_heard() {
    river.says(0, 0.1);

    assertThat(river.timePasses(179)).isEmpty();
    assertThat(river.timePasses(180)).containsExactly("180 raised xuan-hoa watch 180");
  }

  @Test
  void is_raised_once() {
    river.says(0, 0.1);
    river.timePasses(180);

    assertThat(river.timePasses(900)).isEmpty();
  }

  @Test
  void is_cleared_by_the_first_message() {
    river.says(0, 0.1);
    river.timePasses(180);

    assertThat(river.says(200, 0.1)).containsExactly("200 cleared xuan-hoa watch 0");
  }

  @Test
  void is_no_silence_while_a_doubtful_value_is_heard() {
    river.says(0, 0.1);
    river.doubts(100, 39);

    assertThat(river.timePasses(180)).isEmpty();
    assertThat(river.timePasses(280)).hasSize(1);
  }

  @Test
  void of_another_station_is_not_ended_by_this_one() {
    river.says(0, 0.1);
    river.says(MY_THO, 100, 0.1);

    assertThat(river.timePasses(180)).hasSize(1);
  }

  @Test
  void a_station_that_was_never_heard_is_silent_from_when_it_was_first_listened_to() {
    river.timePasses(0);

    assertThat(river.timePasses(179)).isEmpty();
    assertThat(river.timePasses(180)).hasSize(1);
  }

  @Test
  void since_when_it_was_listened_to_survives_restarts() {
    river.timePasses(0);
    river.restarts();
    river.timePasses(100);
    river.restarts();
    river.timePasses(110);

    assertThat(river.timePasses(179)).isEmpty();
    assertThat(river.timePasses(180)).hasSize(1);
  }

  @Test
  void what_ran_out_while_the_hub_was_away_gets_a_third_of_the_time_again() {
    river.says(0, 0.1);
    river.restarts(measured(XUAN_HOA, 0, 0.1, Quality.PASS));

    assertThat(river.timePasses(600)).isEmpty();
    assertThat(river.timePasses(659)).isEmpty();
    assertThat(river.timePasses(660)).hasSize(1);
  }

  @Test
  void a_silence_that_was_told_is_not_told_again_after_a_restart() {
    river.says(0, 0.1);
    river.timePasses(180);
    river.restarts(measured(XUAN_HOA, 0, 0.1, Quality.PASS));

    assertThat(river.timePasses(600)).isEmpty();
    assertThat(river.says(601, 0.1)).hasSize(1);
  }

  @Nested
  class BehindAParent {
    private static final Condition.Silent CHILD =
        new Condition.Silent(Optional.empty(), minutes(180), Optional.empty(), Optional.of(MY_THO));

    private final Watching behind =
        new Watching(rule(CHILD, AT_ONCE, new Condition.Heard(CHILD), AT_ONCE));

    @Test
    void it_is_raised_by_the_first_message_of_the_parent_behind_its_time() {
      behind.says(0, 0.1);
      behind.says(MY_THO, 170, 0.1);

      assertThat(behind.timePasses(185)).isEmpty();
      assertThat(behind.says(MY_THO, 190, 0.1)).containsExactly("190 raised xuan-hoa watch 190");
    }

    @Test
    void while_the_parent_is_silent_too_it_is_not_raised() {
      behind.says(0, 0.1);
      behind.says(MY_THO, 1, 0.1);

      assertThat(behind.timePasses(900)).isEmpty();
    }

    @Test
    void once_the_parent_is_back_a_child_that_is_back_too_was_never_told() {
      behind.says(0, 0.1);
      behind.says(MY_THO, 1, 0.1);
      behind.timePasses(900);

      assertThat(behind.says(901, 0.1)).isEmpty();
      assertThat(behind.says(MY_THO, 902, 0.1)).isEmpty();
    }

    @Test
    void it_is_cleared_by_its_own_message() {
      behind.says(0, 0.1);
      behind.says(MY_THO, 190, 0.1);

      assertThat(behind.says(200, 0.1)).hasSize(1).first().asString().contains("cleared");
    }
  }
}
