package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.rule;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.CameraPhase;

/** Raised by three floods within ten minutes, cleared once there are fewer. */
class CountingEvents {
  private final Watching camera =
      new Watching(rule(seen(new Level.AtLeast(3)), AT_ONCE, seen(new Level.Below(3)), AT_ONCE));

  private static Condition seen(Level times) {
    return new Condition.Seen(Optional.empty(), CameraEventType.FLOOD, minutes(10), times);
  }

  @Test
  void is_raised_by_the_third_event() {
    camera.sees(0, "a", CameraPhase.NEW);
    camera.sees(4, "b", CameraPhase.NEW);

    assertThat(camera.sees(10, "c", CameraPhase.NEW)).containsExactly("10 raised xuan-hoa watch 3");
  }

  @Test
  void an_event_counts_once_however_many_messages_tell_of_it() {
    camera.sees(0, "a", CameraPhase.NEW);
    camera.sees(1, "a", CameraPhase.UPDATE);
    camera.sees(2, "a", CameraPhase.UPDATE);

    assertThat(camera.sees(3, "a", CameraPhase.END)).isEmpty();
  }

  @Test
  void an_event_whose_beginning_was_lost_counts_too() {
    camera.sees(0, "a", CameraPhase.NEW);
    camera.sees(1, "b", CameraPhase.UPDATE);

    assertThat(camera.sees(2, "c", CameraPhase.END)).hasSize(1);
  }

  @Test
  void a_gateway_that_has_one_id_for_all_is_counted_by_beginnings() {
    camera.sees(0, "a", CameraPhase.NEW);
    camera.sees(1, "a", CameraPhase.NEW);

    assertThat(camera.sees(2, "a", CameraPhase.NEW)).hasSize(1);
  }

  @Test
  void is_cleared_by_time_alone_since_nothing_seen_is_told_by_nothing() {
    camera.sees(0, "a", CameraPhase.NEW);
    camera.sees(1, "b", CameraPhase.NEW);
    camera.sees(2, "c", CameraPhase.NEW);

    assertThat(camera.timePasses(10)).isEmpty();
    assertThat(camera.timePasses(11)).containsExactly("10 cleared xuan-hoa watch 2");
  }

  @Test
  void is_cleared_after_a_restart_though_the_log_has_forgotten_the_events() {
    camera.sees(0, "a", CameraPhase.NEW);
    camera.sees(1, "b", CameraPhase.NEW);
    camera.sees(2, "c", CameraPhase.NEW);
    camera.restarts();

    assertThat(camera.timePasses(600)).hasSize(1).first().asString().contains("cleared");
  }

  @Test
  void events_that_are_told_of_too_late_alert_nobody_about_the_past() {
    camera.sees(0, "a", CameraPhase.NEW);
    camera.timePasses(200);

    assertThat(camera.sees(100, "b", CameraPhase.NEW, 200)).isEmpty();
    assertThat(camera.sees(105, "c", CameraPhase.NEW, 200)).isEmpty();
    assertThat(camera.sees(106, "d", CameraPhase.NEW, 200)).isEmpty();
    assertThat(camera.sees(107, "e", CameraPhase.NEW, 200)).isEmpty();

    assertThat(camera.timePasses(300)).isEmpty();
  }

  @Test
  void also_not_after_a_restart() {
    camera.sees(0, "a", CameraPhase.NEW);
    camera.timePasses(200);
    camera.restarts(
        200,
        Watching.event(100, "b", CameraPhase.NEW),
        Watching.event(105, "c", CameraPhase.NEW),
        Watching.event(106, "d", CameraPhase.NEW),
        Watching.event(107, "e", CameraPhase.NEW));

    assertThat(camera.timePasses(300)).isEmpty();
  }
}
