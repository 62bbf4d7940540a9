package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.reading.CameraEventType.FLOOD;
import static vn.vam.core.reading.CameraEventType.OFFLINE;
import static vn.vam.core.reading.CameraEventType.TAMPER;
import static vn.vam.core.reading.CameraEventType.VEHICLE;
import static vn.vam.core.reading.CameraPhase.END;
import static vn.vam.core.reading.CameraPhase.NEW;
import static vn.vam.core.reading.CameraPhase.UPDATE;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.camera;
import static vn.vam.core.rule.Watching.device;
import static vn.vam.core.rule.Watching.elsewhere;
import static vn.vam.core.rule.Watching.event;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.presence;
import static vn.vam.core.rule.Watching.river;
import static vn.vam.core.rule.Watching.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.CameraEventType;

/**
 * An event of which nothing was heard for five minutes has ended. Unless a case says otherwise one
 * flood within ten minutes raises, and none clears.
 */
class WhileAnEventGoesOn {
  private final Watching quay = floods(1, 10);

  private static Watching floods(int times, int window) {
    return new Watching(counting(FLOOD, times, window));
  }

  private static Rule counting(CameraEventType type, int times, int window) {
    return rule(
        seen(type, window, new Level.AtLeast(times)),
        AT_ONCE,
        seen(type, window, new Level.Below(times)),
        AT_ONCE);
  }

  private static Condition seen(CameraEventType type, int window, Level times) {
    return new Condition.Seen(Optional.empty(), type, minutes(window), times);
  }

  /** Told of every four minutes, from its beginning on. */
  private static List<String> goesOn(Watching quay, int from, int until) {
    quay.sees(from, "a", NEW);
    for (int minute = from + 4; minute < until; minute += 4) {
      quay.sees(minute, "a", UPDATE);
    }
    return quay.sees(until, "a", UPDATE);
  }

  @Nested
  class ThereIsNoAllClear {
    @Test
    void however_long_ago_it_began() {
      assertThat(goesOn(quay, 0, 100)).isEmpty();
      assertThat(quay.timePasses(104)).isEmpty();
    }

    @Test
    void until_nothing_was_seen_for_the_window_after_its_end() {
      goesOn(quay, 0, 40);

      assertThat(quay.sees(41, "a", END)).isEmpty();
      assertThat(quay.timePasses(51)).isEmpty();
      assertThat(quay.timePasses(52)).hasSize(1).first().asString().startsWith("51 cleared");
    }

    @Test
    void until_nothing_was_heard_of_it_for_so_long_that_it_has_ended() {
      Watching brief = floods(1, 1);
      brief.sees(0, "a", NEW);

      assertThat(brief.timePasses(4)).isEmpty();
      assertThat(brief.timePasses(5)).hasSize(1).first().asString().startsWith("5 cleared");
    }

    @Test
    void though_an_older_message_of_it_comes_late() {
      goesOn(quay, 0, 40);
      quay.sees(41, "a", END);

      assertThat(quay.sees(30, "a", UPDATE, 45)).isEmpty();
      assertThat(quay.timePasses(52)).hasSize(1).first().asString().startsWith("51 cleared");
    }

    @Test
    void after_a_restart_either() {
      goesOn(quay, 0, 40);
      quay.restarts(event(36, "a", UPDATE), event(40, "a", UPDATE));

      assertThat(quay.timePasses(44)).isEmpty();
      assertThat(quay.sees(44, "a", UPDATE)).isEmpty();
    }

    @Test
    void of_a_danger_while_one_of_several_goes_on() {
      Watching three = floods(3, 10);
      three.sees(0, "b", NEW);
      three.sees(0, "c", NEW);

      assertThat(goesOn(three, 0, 40)).isEmpty();
      assertThat(three.timePasses(44)).isEmpty();
    }
  }

  @Test
  void what_passes_by_counts_as_one_while_it_is_there() {
    Watching road = new Watching(counting(VEHICLE, 2, 10));
    road.sees(0, "a", VEHICLE, NEW);
    road.sees(0, "b", VEHICLE, NEW);
    road.sees(1, "b", VEHICLE, END);
    road.sees(4, "a", VEHICLE, UPDATE);
    road.sees(8, "a", VEHICLE, UPDATE);

    assertThat(road.timePasses(12)).containsExactly("11 cleared xuan-hoa watch 1");
  }

  @Test
  void it_raises_once_the_hours_of_a_rule_begin() {
    Schedule byDaylight =
        new Schedule(
            Optional.empty(),
            Optional.of(new Schedule.Hours(LocalTime.of(6, 0), LocalTime.of(18, 0))),
            EnumSet.allOf(DayOfWeek.class),
            ZoneOffset.UTC);
    Watching byDay =
        new Watching(
            rule(
                seen(FLOOD, 10, new Level.AtLeast(1)),
                AT_ONCE,
                seen(FLOOD, 10, new Level.Below(1)),
                AT_ONCE,
                List.of(),
                byDaylight));

    assertThat(goesOn(byDay, 0, 56)).isEmpty();
    assertThat(byDay.timePasses(60)).containsExactly("60 raised xuan-hoa watch 1");
  }

  @Test
  void it_raises_though_it_is_first_told_of_long_after_it_began() {
    Watching quay = floods(1, 10);

    assertThat(quay.hears(Watching.begun(event(200, "a", UPDATE), 10)))
        .containsExactly("200 raised xuan-hoa watch 1");
  }

  @Nested
  class ACameraThatIs {
    @Test
    void gone_gives_no_all_clear() {
      quay.sees(0, "a", NEW);
      quay.sees(2, "gone", OFFLINE, NEW);

      assertThat(quay.timePasses(600)).isEmpty();
    }

    @Test
    void back_gives_one_once_it_had_time_to_see_the_water_again() {
      quay.sees(0, "a", NEW);
      quay.sees(2, "gone", OFFLINE, NEW);

      assertThat(quay.sees(60, "gone", OFFLINE, END)).isEmpty();
      assertThat(quay.timePasses(65)).isEmpty();
      assertThat(quay.timePasses(66)).hasSize(1).first().asString().startsWith("65 cleared");
    }

    @Test
    void back_and_sees_the_water_again_gives_none() {
      quay.sees(0, "a", NEW);
      quay.sees(2, "gone", OFFLINE, NEW);
      quay.sees(60, "gone", OFFLINE, END);

      assertThat(quay.sees(61, "b", NEW)).isEmpty();
      assertThat(quay.timePasses(70)).isEmpty();
    }

    @Test
    void gone_gives_none_after_a_restart_either_however_long_ago_it_was_told() {
      quay.sees(0, "a", NEW);
      quay.sees(2, "gone", OFFLINE, NEW);
      quay.restarts();

      assertThat(quay.timePasses(600)).isEmpty();
    }

    @Test
    void back_before_a_restart_gives_one_after_it() {
      quay.sees(0, "a", NEW);
      quay.sees(2, "gone", OFFLINE, NEW);
      quay.restarts();
      quay.sees(60, "gone", OFFLINE, END);
      quay.restarts();

      assertThat(quay.timePasses(65)).isEmpty();
      assertThat(quay.timePasses(66)).hasSize(1).first().asString().startsWith("65 cleared");
    }

    @Test
    void told_to_be_back_before_it_is_told_to_be_gone_is_back() {
      quay.sees(0, "a", NEW);
      quay.sees(3, "gone", OFFLINE, END);
      quay.sees(2, "gone", OFFLINE, NEW);

      assertThat(quay.timePasses(11)).hasSize(1).first().asString().startsWith("10 cleared");
    }

    @Test
    void gone_is_back_once_it_sees_something_new() {
      quay.sees(0, "a", NEW);
      quay.sees(2, "gone", OFFLINE, NEW);

      assertThat(quay.sees(60, "car", VEHICLE, NEW)).isEmpty();
      assertThat(quay.timePasses(66)).hasSize(1).first().asString().startsWith("65 cleared");
    }

    @Test
    void gone_is_not_back_by_the_end_of_what_it_had_seen() {
      quay.sees(0, "a", NEW);
      quay.sees(2, "gone", OFFLINE, NEW);
      quay.sees(3, "a", END);

      assertThat(quay.timePasses(600)).isEmpty();
    }

    @Test
    void covered_gives_no_all_clear_either() {
      quay.sees(0, "a", NEW);
      quay.sees(1, "a", END);
      quay.sees(8, "hand", TAMPER, NEW);

      assertThat(quay.timePasses(13)).isEmpty();
    }

    @Test
    void gone_is_itself_an_event_that_ends_when_it_is_back() {
      Watching gone = new Watching(counting(OFFLINE, 1, 10));
      gone.sees(0, "gone", OFFLINE, NEW);

      assertThat(gone.timePasses(600)).isEmpty();
      assertThat(gone.sees(600, "gone", OFFLINE, END)).isEmpty();
      assertThat(gone.timePasses(611)).hasSize(1).first().asString().startsWith("610 cleared");
    }
  }

  @Nested
  class ACameraOfWhichItsGatewaySaysThatItIs {
    private final Watching watched =
        new Watching(river(camera("cam-1"), device("probe-1")), counting(FLOOD, 1, 10));

    @Test
    void gone_gives_no_all_clear_until_it_is_back() {
      watched.sees(0, "a", NEW);
      watched.hears(presence(2, "cam-1", false));

      assertThat(watched.timePasses(600)).isEmpty();
      assertThat(watched.hears(presence(601, "cam-1", true))).isEmpty();
      assertThat(watched.timePasses(607)).hasSize(1).first().asString().startsWith("606 cleared");
    }

    @Test
    void gone_gives_none_after_a_restart_either() {
      watched.sees(0, "a", NEW);
      watched.hears(presence(2, "cam-1", false));
      watched.restarts();

      assertThat(watched.timePasses(600)).isEmpty();
    }

    @Test
    void there_all_the_time_gives_one_as_if_nothing_were_said() {
      watched.sees(0, "a", NEW);
      watched.hears(presence(9, "cam-1", true));

      assertThat(watched.timePasses(11)).hasSize(1).first().asString().startsWith("10 cleared");
    }

    @Test
    void gone_gives_one_once_it_is_taken_away() {
      watched.sees(0, "a", NEW);
      watched.hears(presence(2, "cam-1", false));
      watched.timePasses(50);
      watched.has(60, river(device("probe-1")));

      assertThat(watched.timePasses(61)).hasSize(1).first().asString().startsWith("60 cleared");
    }

    @Test
    void gone_is_of_no_concern_once_it_hangs_elsewhere() {
      watched.sees(0, "a", NEW);
      watched.hears(presence(2, "cam-1", false));
      watched.has(river(elsewhere("cam-1"), device("probe-1")));
      watched.restarts(event(0, "a", NEW), event(2, "gone", OFFLINE, NEW));

      assertThat(watched.timePasses(11)).hasSize(1).first().asString().startsWith("10 cleared");
    }

    @Test
    void no_camera_is_of_no_concern() {
      watched.sees(0, "a", NEW);
      watched.hears(presence(2, "probe-1", false));

      assertThat(watched.timePasses(11)).hasSize(1).first().asString().startsWith("10 cleared");
    }
  }

  /** One camera tells its interval, two minutes: after six it is silent. */
  @Nested
  class ACameraThatTellsItsInterval {
    private static final Duration EVERY = minutes(2);
    private final Watching watched =
        new Watching(river(camera("cam-1", EVERY)), counting(FLOOD, 1, 10));

    @Test
    void gives_no_all_clear_while_it_is_silent() {
      watched.sees(0, "a", NEW);
      watched.sees(1, "a", END);

      assertThat(watched.timePasses(600)).isEmpty();
    }

    @Test
    void gives_one_while_it_is_heard() {
      watched.sees(0, "a", NEW);
      watched.sees(1, "a", END);
      watched.sees(7, "car", VEHICLE, NEW);

      assertThat(watched.timePasses(12)).hasSize(1).first().asString().startsWith("11 cleared");
    }

    @Test
    void gives_one_once_it_is_heard_again_and_had_time_to_see_the_water() {
      watched.sees(0, "a", NEW);
      watched.timePasses(50);

      assertThat(watched.sees(60, "car", VEHICLE, NEW)).isEmpty();
      assertThat(watched.timePasses(66)).hasSize(1).first().asString().startsWith("65 cleared");
    }

    @Test
    void gives_none_where_the_first_that_is_heard_of_it_is_another_flood() {
      watched.sees(0, "a", NEW);
      watched.timePasses(50);

      assertThat(watched.sees(60, "b", NEW)).isEmpty();
    }

    @Test
    void gives_none_after_a_restart_before_it_is_heard() {
      watched.sees(0, "a", NEW);
      watched.restarts();

      assertThat(watched.timePasses(600)).isEmpty();
      watched.sees(601, "car", VEHICLE, NEW);
      assertThat(watched.timePasses(607)).hasSize(1).first().asString().startsWith("606 cleared");
    }

    @Test
    void is_not_waited_for_once_it_is_taken_away() {
      watched.sees(0, "a", NEW);
      watched.timePasses(50);
      watched.has(60, river());

      assertThat(watched.timePasses(61)).hasSize(1).first().asString().startsWith("60 cleared");
    }
  }
}
