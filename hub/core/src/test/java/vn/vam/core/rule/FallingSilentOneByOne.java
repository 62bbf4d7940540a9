package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.MY_THO;
import static vn.vam.core.rule.Watching.XUAN_HOA;
import static vn.vam.core.rule.Watching.device;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.river;
import static vn.vam.core.rule.Watching.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.reading.Reading;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.DeviceTraits;
import vn.vam.core.station.Kind;
import vn.vam.core.station.StationId;

/** Two probes at Xuân Hòa, xuan-hoa-1 and -2; each may be silent for an hour. */
class FallingSilentOneByOne {
  private static final Condition.Silent SILENT =
      new Condition.Silent(Optional.empty(), minutes(60));
  private static final Device ONE = device("xuan-hoa-1");
  private static final Device TWO = device("xuan-hoa-2");

  private final Watching river = new Watching(river(ONE, TWO), silence(SILENT));

  private static Rule silence(Condition.Silent silent) {
    return rule(silent, AT_ONCE, new Condition.Heard(silent), AT_ONCE);
  }

  private void bothSay(int minute) {
    river.says("xuan-hoa-1", minute, 0.1);
    river.says("xuan-hoa-2", minute, 0.1);
  }

  @Test
  void a_dead_probe_beside_a_living_one_is_told_by_name() {
    bothSay(0);
    river.says("xuan-hoa-1", 50, 0.1);

    assertThat(river.timePasses(60)).containsExactly("60 raised xuan-hoa watch 60 [xuan-hoa-2]");
  }

  @Test
  void both_at_once_are_the_station() {
    bothSay(0);

    assertThat(river.timePasses(60)).containsExactly("60 raised xuan-hoa watch 60");
  }

  @Test
  void the_second_to_fall_silent_makes_the_same_alert_graver() {
    bothSay(0);
    river.says("xuan-hoa-1", 50, 0.1);
    river.timePasses(60);

    assertThat(river.timePasses(300)).containsExactly("110 escalated xuan-hoa watch 60");
  }

  @Test
  void it_is_over_once_all_are_heard_again() {
    bothSay(0);
    river.timePasses(60);

    assertThat(river.says("xuan-hoa-2", 70, 0.1))
        .containsExactly("70 still xuan-hoa watch 70 [xuan-hoa-1]");
    assertThat(river.says("xuan-hoa-1", 71, 0.1)).containsExactly("71 cleared xuan-hoa watch 0");
  }

  @Test
  void whoever_comes_and_goes_while_it_stands_makes_it_no_graver_again_and_again() {
    bothSay(0);
    river.timePasses(60);
    river.says("xuan-hoa-2", 70, 0.1);

    assertThat(river.timePasses(500)).containsExactly("130 still xuan-hoa watch 60");
  }

  @Test
  void the_alert_stands_of_those_that_are_silent_still() {
    Watching three = new Watching(river(ONE, TWO, device("xuan-hoa-3")), silence(SILENT));
    three.says(XUAN_HOA.value(), 0, 0.1);
    three.timePasses(60);

    assertThat(three.says("xuan-hoa-2", 70, 0.1))
        .containsExactly("70 still xuan-hoa watch 70 [xuan-hoa-1, xuan-hoa-3]");
    assertThat(three.says("xuan-hoa-2", 75, 0.1)).isEmpty();
    assertThat(three.says("xuan-hoa-3", 80, 0.1))
        .containsExactly("80 still xuan-hoa watch 80 [xuan-hoa-1]");
  }

  @Test
  void another_one_than_people_were_told_of_last_is_told() {
    bothSay(0);
    river.says("xuan-hoa-1", 50, 0.1);
    river.timePasses(60);
    river.timePasses(110);
    assertThat(river.says("xuan-hoa-2", 115, 0.1)).hasSize(1);

    assertThat(river.says("xuan-hoa-1", 120, 0.1))
        .hasSize(1)
        .first()
        .asString()
        .contains("cleared");
    assertThat(river.timePasses(175)).containsExactly("175 raised xuan-hoa watch 60 [xuan-hoa-2]");
  }

  @Test
  void a_wait_gathers_those_that_fall_silent_within_it() {
    Watching patient =
        new Watching(
            river(ONE, TWO), rule(SILENT, minutes(15), new Condition.Heard(SILENT), AT_ONCE));
    patient.says("xuan-hoa-1", 0, 0.1);
    patient.says("xuan-hoa-2", 10, 0.1);

    assertThat(patient.timePasses(300)).containsExactly("75 raised xuan-hoa watch 65");
  }

  @Test
  void each_has_so_many_of_its_own_intervals() {
    Condition.Silent three =
        new Condition.Silent(Optional.empty(), minutes(180), Optional.of(3), Optional.empty());
    Watching own =
        new Watching(river(every("xuan-hoa-1", 60), every("xuan-hoa-2", 10)), silence(three));
    own.says("xuan-hoa-1", 0, 0.1);
    own.says("xuan-hoa-2", 0, 0.1);

    assertThat(own.timePasses(179)).containsExactly("30 raised xuan-hoa watch 30 [xuan-hoa-2]");
    assertThat(own.timePasses(180)).containsExactly("180 escalated xuan-hoa watch 180");
  }

  private static Device every(String id, int interval) {
    DeviceTraits none = DeviceTraits.NONE;
    return new Device(
        new DeviceId(id),
        XUAN_HOA,
        Kind.SALINITY,
        new DeviceTraits(
            none.addresses(),
            none.codec(),
            none.zone(),
            none.sentinels(),
            Optional.of(minutes(interval)),
            none.compensated(),
            none.mountedAt(),
            none.mostPerMinute(),
            none.endStamped(),
            none.totalBits()));
  }

  @Test
  void a_camera_beside_a_probe_does_not_tell_that_the_probe_is_there() {
    Device camera = new Device(new DeviceId("cam-1"), XUAN_HOA, Kind.CAMERA);
    Watching seen = new Watching(river(ONE, camera), silence(SILENT));
    seen.says("xuan-hoa-1", 0, 0.1);
    seen.says("cam-1", Quantity.SCORE, 59, 0.5);

    assertThat(seen.timePasses(60)).containsExactly("60 raised xuan-hoa watch 60");
    assertThat(seen.says("cam-1", Quantity.SCORE, 61, 0.5)).isEmpty();
  }

  @Test
  void a_device_that_never_tells_the_quantity_is_not_waited_for() {
    Condition.Silent salt = new Condition.Silent(Optional.of(Quantity.SALINITY), minutes(60));
    Watching gauge = new Watching(river(ONE, TWO), silence(salt));
    gauge.says("xuan-hoa-1", 0, 0.1);
    gauge.says("xuan-hoa-2", Quantity.LEVEL, 30, 1);

    assertThat(gauge.timePasses(59)).isEmpty();
    assertThat(gauge.timePasses(60)).containsExactly("60 raised xuan-hoa watch 60");
  }

  @Test
  void a_history_that_names_no_device_tells_of_all() {
    bothSay(0);
    river.says(XUAN_HOA.value(), 50, 0.1);

    assertThat(river.timePasses(109)).isEmpty();
    assertThat(river.timePasses(110)).containsExactly("110 raised xuan-hoa watch 60");
  }

  @Test
  void hundreds_at_one_station_are_each_told_once() {
    Device[] devices = new Device[300];
    for (int i = 0; i < devices.length; i++) {
      devices[i] = device("d-" + i);
    }
    Watching many = new Watching(river(devices), silence(SILENT));
    for (int i = 0; i < devices.length; i++) {
      many.says("d-" + i, i / 30, 0.1);
    }

    List<String> told = many.timePasses(500);
    assertThat(told).hasSize(10).last().isEqualTo("69 escalated xuan-hoa watch 60");
  }

  @Nested
  class AfterARestart {
    @Test
    void the_one_that_was_told_is_not_told_again() {
      bothSay(0);
      river.says("xuan-hoa-1", 50, 0.1);
      river.timePasses(60);
      river.restarts(by("xuan-hoa-1", 50));

      assertThat(river.timePasses(70)).isEmpty();
      assertThat(river.timePasses(109)).isEmpty();
      assertThat(river.timePasses(110)).containsExactly("110 escalated xuan-hoa watch 60");
    }

    @Test
    void one_that_first_told_what_is_awaited_is_waited_for_still() {
      Condition.Silent salt = new Condition.Silent(Optional.of(Quantity.SALINITY), minutes(60));
      Watching gauge = new Watching(river(ONE, TWO), silence(salt));
      gauge.says("xuan-hoa-1", 0, 0.1);
      gauge.states();
      gauge.says("xuan-hoa-2", 1, 0.1);
      gauge.restarts(by("xuan-hoa-1", 0));
      gauge.says("xuan-hoa-1", 50, 0.1);

      assertThat(gauge.timePasses(100)).containsExactly("70 raised xuan-hoa watch 69 [xuan-hoa-2]");
    }

    @Test
    void how_long_it_has_been_silent_is_still_known_though_the_log_has_forgotten() {
      bothSay(0);
      river.says("xuan-hoa-1", 50, 0.1);
      river.timePasses(60);
      river.says("xuan-hoa-1", 100, 0.1);
      river.restarts(by("xuan-hoa-1", 100));

      assertThat(river.says("xuan-hoa-1", 150, 0.1)).isEmpty();
      assertThat(river.timePasses(210)).containsExactly("210 escalated xuan-hoa watch 60");
      assertThat(river.says("xuan-hoa-1", 220, 0.1))
          .containsExactly("220 still xuan-hoa watch 220 [xuan-hoa-2]");
      assertThat(river.says("xuan-hoa-2", 221, 0.1))
          .containsExactly("221 cleared xuan-hoa watch 0");
    }

    @Test
    void each_that_ran_out_while_the_hub_was_away_gets_a_third_of_its_time_again() {
      bothSay(0);
      river.restarts(by("xuan-hoa-1", 0), by("xuan-hoa-2", 0));
      river.timePasses(300);
      river.says("xuan-hoa-1", 301, 0.1);

      assertThat(river.timePasses(319)).isEmpty();
      assertThat(river.timePasses(320))
          .containsExactly("320 raised xuan-hoa watch 320 [xuan-hoa-2]");
    }

    @Test
    void what_an_older_hub_told_of_the_station_is_known_of_all_its_devices() {
      RuleState older =
          new RuleState(
              new RuleId("salt"),
              XUAN_HOA,
              RuleState.Phase.RAISED,
              Watching.minute(60),
              Watching.minute(0),
              60);
      RuleEngine engine = new RuleEngine(List.of(silence(SILENT)), List.of(older), river(ONE, TWO));

      assertThat(engine.advance(Watching.minute(300))).isEmpty();
      assertThat(engine.accept(by("xuan-hoa-1", 301), Watching.minute(301)))
          .hasOnlyElementsOfType(AlertChange.Still.class);
      assertThat(engine.accept(by("xuan-hoa-2", 302), Watching.minute(302))).hasSize(1);
    }

    @Test
    void whoever_was_told_to_be_back_is_not_told_again() {
      bothSay(0);
      river.timePasses(60);
      river.says("xuan-hoa-2", 70, 0.1);
      river.restarts(by("xuan-hoa-2", 70));

      assertThat(river.says("xuan-hoa-2", 75, 0.1)).isEmpty();
      assertThat(river.timePasses(135)).containsExactly("135 still xuan-hoa watch 60");
    }

    @Test
    void what_is_kept_names_the_devices() {
      bothSay(0);
      river.says("xuan-hoa-1", 50, 0.1);
      river.timePasses(60);

      assertThat(river.states())
          .extracting(RuleState::silences)
          .containsExactly(
              new Silences(
                  Map.of(ONE.id(), Watching.minute(50), TWO.id(), Watching.minute(0)),
                  Set.of(TWO.id())));
    }

    private Reading by(String device, int minute) {
      return new Reading.Measured(
          new DeviceId(device),
          XUAN_HOA,
          Quantity.SALINITY,
          0.1,
          Quality.PASS,
          Watching.minute(minute));
    }
  }

  @Nested
  class WhenDevicesChange {
    @Test
    void one_that_is_gone_is_forgotten_and_its_silence_is_over() {
      bothSay(0);
      river.says("xuan-hoa-1", 50, 0.1);
      river.timePasses(60);
      river.has(70, river(ONE));

      assertThat(river.timePasses(71)).hasSize(1).first().asString().contains("70 cleared");
      assertThat(river.states())
          .allSatisfy(state -> assertThat(state.silences().heard()).containsOnlyKeys(ONE.id()));
    }

    @Test
    void a_new_one_has_its_own_time_from_then_on() {
      Watching alone = new Watching(river(ONE), silence(SILENT));
      alone.says("xuan-hoa-1", 0, 0.1);
      alone.has(30, river(ONE, TWO));
      alone.says("xuan-hoa-1", 55, 0.1);

      assertThat(alone.timePasses(89)).isEmpty();
      assertThat(alone.timePasses(90)).containsExactly("90 raised xuan-hoa watch 60 [xuan-hoa-2]");
    }

    @Test
    void also_over_a_restart() {
      Watching alone = new Watching(river(ONE), silence(SILENT));
      alone.says("xuan-hoa-1", 0, 0.1);
      alone.has(river(TWO));
      alone.restarts();
      alone.timePasses(30);

      assertThat(alone.timePasses(89)).isEmpty();
      assertThat(alone.timePasses(90)).containsExactly("90 raised xuan-hoa watch 60");
    }
  }

  @Nested
  class BehindAParent {
    private final Watching behind =
        new Watching(
            river(ONE, TWO, new Device(new DeviceId("my-tho-1"), MY_THO, Kind.SALINITY)),
            silence(
                new Condition.Silent(
                    Optional.empty(), minutes(60), Optional.empty(), Optional.of(MY_THO))));

    @Test
    void only_those_whose_time_ran_out_before_the_parent_was_heard_are_told() {
      behind.says("xuan-hoa-1", 0, 0.1);
      behind.says("xuan-hoa-2", 10, 0.1);

      assertThat(behind.timePasses(64)).isEmpty();
      assertThat(heard(MY_THO, 65)).containsExactly("65 raised xuan-hoa watch 65 [xuan-hoa-1]");
      assertThat(behind.timePasses(80)).isEmpty();
      assertThat(heard(MY_THO, 81)).containsExactly("81 escalated xuan-hoa watch 71");
    }

    private List<String> heard(StationId parent, int minute) {
      return behind.says(parent, minute, 0.1);
    }
  }
}
