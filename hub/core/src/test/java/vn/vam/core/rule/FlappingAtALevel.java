package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.vam.core.rule.Watching.XUAN_HOA;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.salt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quantity;

/** Raised three times within an hour, an alert stays until it has been safe for an hour. */
class FlappingAtALevel {
  private final Watching river = new Watching(damped());

  private static Rule damped() {
    return new Rule(
        River.SALT,
        Optional.of(Quantity.SALINITY),
        Set.of(XUAN_HOA),
        Optional.empty(),
        salt(new Level.Above(0.5)),
        Duration.ZERO,
        salt(new Level.Below(0.4)),
        Duration.ZERO,
        Severity.WATCH,
        List.of(),
        Schedule.ALWAYS,
        Optional.of(new Damping(3, minutes(60))),
        "vi/salt",
        minutes(120));
  }

  private List<String> upAndDown(int... minutes) {
    List<String> told = new ArrayList<>();
    for (int minute : minutes) {
      told.addAll(river.says(minute, 0.6));
      told.addAll(river.says(minute + 1, 0.3));
    }
    return told;
  }

  @Test
  void the_third_time_it_is_not_cleared_at_once() {
    assertThat(upAndDown(0, 10, 20)).hasSize(5).last().asString().contains("20 raised");
    assertThat(upAndDown(30, 40, 50)).isEmpty();
  }

  @Test
  void it_is_cleared_once_it_has_been_safe_for_the_whole_time() {
    upAndDown(0, 10, 20);

    assertThat(river.timePasses(80)).isEmpty();
    assertThat(river.timePasses(81)).containsExactly("81 cleared xuan-hoa watch 0.3");
  }

  @Test
  void raised_seldom_it_is_cleared_as_ever() {
    assertThat(upAndDown(0, 40, 80, 120)).hasSize(8);
  }

  @Test
  void how_often_it_was_raised_is_known_after_a_restart() {
    upAndDown(0, 10);
    river.restarts();
    river.engine().recallRaised(River.SALT, XUAN_HOA, Watching.minute(0));
    river.engine().recallRaised(River.SALT, XUAN_HOA, Watching.minute(10));

    assertThat(upAndDown(20)).hasSize(1);
  }

  @Test
  void what_is_raised_once_does_not_flap() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Damping(1, minutes(60)));
  }
}
