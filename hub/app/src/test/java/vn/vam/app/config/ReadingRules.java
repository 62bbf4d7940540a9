package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.citizen.AlertTexts;
import vn.vam.core.reading.CameraEventType;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Damping;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Measure;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.Rung;
import vn.vam.core.rule.Schedule;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** Every word a rule may be written with, and what is said of those that are wrong. */
class ReadingRules {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String PLACES =
      """
      stations:
        - { id: xuan-hoa, name: Xuân Hòa, kind: salinity }
        - { id: my-tho, name: Mỹ Tho, kind: salinity }
        - { id: quay, name: Cầu cảng, kind: camera }
        - { id: ql60, name: Quốc lộ 60, kind: traffic }
      devices:
        - { id: xuan-hoa-1, station: xuan-hoa, every: 15m }
        - { id: my-tho-1, station: my-tho }
      """;
  private static final String SALT = "watch: { quantity: salinity_gl, stations: [xuan-hoa] }";

  @TempDir Path folder;

  private Rule rule(String... lines) throws BadConfig {
    return read(lines).rules().getFirst();
  }

  private ConfigReader.RulesOnly read(String... lines) throws BadConfig {
    StringBuilder yaml = new StringBuilder(PLACES).append("rules:\n  - id: one\n");
    for (String line : lines) {
      yaml.append("    ").append(line).append('\n');
    }
    Path file = folder.resolve("vam.yaml");
    try {
      Files.writeString(file, yaml);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new ConfigReader(Set.of("native"), AlertTexts.keys(), Map.of()).readRules(file);
  }

  private Complaint complaint(String... lines) {
    BadConfig bad = catchThrowableOfType(BadConfig.class, () -> read(lines));
    assertThat(bad).as("complaints").isNotNull();
    assertThat(bad.complaints()).hasSize(1);
    return bad.complaints().getFirst();
  }

  private static Condition salt(Measure measure, Level level) {
    return new Condition.Beyond(Quantity.SALINITY, measure, level);
  }

  @Nested
  class OfAMeasuredQuantity {
    @Test
    void outside_a_range() throws BadConfig {
      Rule rule = rule(SALT, "raise: { outside: [1, 4] }", "clear: { inside: [1.5, 3.5] }");

      assertThat(rule.raise()).isEqualTo(salt(new Measure.Newest(), new Level.Outside(1, 4)));
      assertThat(rule.clear()).isEqualTo(salt(new Measure.Newest(), new Level.Inside(1.5, 3.5)));
    }

    @Test
    void a_mean_is_cleared_by_the_same_mean_where_nothing_else_is_said() throws BadConfig {
      Rule rule =
          rule(
              SALT, "raise: { above: 0.5, mean: 15m, for: 30m }", "clear: { below: 0.4, for: 2h }");

      Measure mean = new Measure.Mean(Duration.ofMinutes(15));
      assertThat(rule.raise()).isEqualTo(salt(mean, new Level.Above(0.5)));
      assertThat(rule.clear()).isEqualTo(salt(mean, new Level.Below(0.4)));
      assertThat(rule.clearFor()).isEqualTo(HOUR.multipliedBy(2));
    }

    @Test
    void a_maximum() throws BadConfig {
      assertThat(rule(SALT, "raise: { above: 4, max: 1h }", "clear: { below: 4 }").raise())
          .isEqualTo(salt(new Measure.Highest(HOUR), new Level.Above(4)));
    }

    @Test
    void a_rise_ends_when_it_rises_less() throws BadConfig {
      Rule rule = rule(SALT, "raise: { rises: 1.0 per 1h }");

      assertThat(rule.raise()).isEqualTo(salt(new Measure.Rise(HOUR), new Level.AtLeast(1)));
      assertThat(rule.clear()).isEqualTo(salt(new Measure.Rise(HOUR), new Level.Below(1)));
      assertThat(rule.text()).isEqualTo("vi/changing");
    }

    @Test
    void a_fall_may_have_an_end_of_its_own() throws BadConfig {
      Rule rule =
          rule(SALT, "raise: { falls: 0.5 per 1h }", "clear: { falls: 0.1 per 1h, for: 2h }");

      assertThat(rule.raise()).isEqualTo(salt(new Measure.Fall(HOUR), new Level.AtLeast(0.5)));
      assertThat(rule.clear()).isEqualTo(salt(new Measure.Fall(HOUR), new Level.Below(0.1)));
    }

    @Test
    void so_many_values_within_a_time() throws BadConfig {
      Rule rule = rule(SALT, "raise: { above: 0.5, count: 3 within 1h }");
      Measure times = new Measure.Times(new Level.Above(0.5), HOUR);

      assertThat(rule.raise()).isEqualTo(salt(times, new Level.AtLeast(3)));
      assertThat(rule.clear()).isEqualTo(salt(times, new Level.Below(3)));
    }

    @Test
    void the_level_of_service_of_a_road() throws BadConfig {
      Rule rule =
          rule(
              "watch: { quantity: speed_kmh, stations: [ql60] }",
              "raise: { service: E, free_flow: 55, mean: 10m, for: 10m }",
              "clear: { service: C, free_flow: 55 }",
              "text: vi/traffic-slow");
      Measure mean = new Measure.Mean(Duration.ofMinutes(10));

      assertThat(rule.raise())
          .isEqualTo(new Condition.Beyond(Quantity.SPEED, mean, new Level.AtMost(22)));
      assertThat(rule.clear())
          .isEqualTo(new Condition.Beyond(Quantity.SPEED, mean, new Level.Above(28)));
    }
  }

  @Nested
  class OfSilenceAndEvents {
    @Test
    void silence_ends_when_something_is_heard() throws BadConfig {
      Rule rule = rule("watch: { stations: [xuan-hoa] }", "raise: { silent: 3h }");
      Condition.Silent silent = new Condition.Silent(Optional.empty(), HOUR.multipliedBy(3));

      assertThat(rule.raise()).isEqualTo(silent);
      assertThat(rule.clear()).isEqualTo(new Condition.Heard(silent));
      assertThat(rule.text()).isEqualTo("vi/silent");
    }

    @Test
    void silence_may_be_told_in_the_devices_own_intervals() throws BadConfig {
      Duration three = Duration.ofMinutes(45);

      assertThat(rule("watch: { stations: [xuan-hoa] }", "raise: { silent: 3x }").raise())
          .isEqualTo(
              new Condition.Silent(Optional.empty(), three, Optional.of(3), Optional.empty()));
    }

    @Test
    void the_silence_of_a_parent_may_explain_that_of_its_children() throws BadConfig {
      Rule rule = rule("watch: { stations: [xuan-hoa], parent: my-tho }", "raise: { silent: 3h }");

      assertThat(((Condition.Silent) rule.raise()).parent()).contains(new StationId("my-tho"));
    }

    @Test
    void a_parent_explains_silence_alone() {
      Complaint complaint =
          complaint(
              "watch: { quantity: salinity_gl, stations: [xuan-hoa], parent: my-tho }",
              "raise: { above: 0.5 }",
              "clear: { below: 0.4 }");

      assertThat(complaint.path()).isEqualTo("rules[0].watch.parent");
    }

    @Test
    void a_device_that_tells_no_interval_is_named() {
      Complaint complaint = complaint("watch: { stations: [my-tho] }", "raise: { silent: 3x }");

      assertThat(complaint.path()).isEqualTo("rules[0].raise.silent");
      assertThat(complaint.expected()).contains("my-tho-1");
    }

    @Test
    void events_of_a_camera_are_counted() throws BadConfig {
      Rule rule =
          rule("watch: { event: flood, stations: [quay] }", "raise: { count: 5 within 10m }");

      assertThat(rule.raise()).isEqualTo(seen(new Level.AtLeast(5)));
      assertThat(rule.clear()).isEqualTo(seen(new Level.Below(5)));
      assertThat(rule.text()).isEqualTo("vi/seen");
    }

    @Test
    void fewer_events_than_raise_clear_and_not_more() {
      Complaint complaint =
          complaint(
              "watch: { event: flood, stations: [quay] }",
              "raise: { count: 5 within 10m }",
              "clear: { count: 8 within 30m }");

      assertThat(complaint.path()).isEqualTo("rules[0].clear");
      assertThat(complaint.expected()).contains("below 5.0 or less");
    }

    @Test
    void so_many_values_on_the_safe_side_clear_and_fewer_on_the_other() throws BadConfig {
      Duration hour = Duration.ofHours(1);
      Measure low = new Measure.Times(new Level.Below(0.4), hour);
      Measure high = new Measure.Times(new Level.Above(0.5), hour);

      assertThat(
              rule(
                      SALT,
                      "raise: { above: 0.5, count: 3 within 1h }",
                      "clear: { below: 0.4, count: 4 within 1h }")
                  .clear())
          .isEqualTo(salt(low, new Level.AtLeast(4)));
      assertThat(
              rule(
                      SALT,
                      "raise: { above: 0.5, count: 3 within 1h }",
                      "clear: { above: 0.5, count: 2 within 1h }")
                  .clear())
          .isEqualTo(salt(high, new Level.Below(2)));
    }

    private static Condition seen(Level times) {
      return new Condition.Seen(
          Optional.empty(), CameraEventType.FLOOD, Duration.ofMinutes(10), times);
    }
  }

  @Nested
  class OfSeveralStations {
    private static final StationId XUAN_HOA = new StationId("xuan-hoa");
    private static final StationId MY_THO = new StationId("my-tho");

    @ParameterizedTest(name = "{0}: raised by {1}, cleared by {2}")
    @CsvSource({"all, 2, 1", "any, 1, 2", "1, 1, 2", "2, 2, 1"})
    void one_alert_is_raised_by_enough_of_them(String together, int raising, int clearing)
        throws BadConfig {
      Rule rule =
          rule(
              "watch: { quantity: salinity_gl, stations: [xuan-hoa, my-tho], together: "
                  + together
                  + " }",
              "raise: { above: 1 }",
              "clear: { below: 0.8 }");

      assertThat(rule.place()).contains(XUAN_HOA);
      assertThat(rule.raise()).isEqualTo(of(new Level.Above(1), raising));
      assertThat(rule.clear()).isEqualTo(of(new Level.Below(0.8), clearing));
    }

    @Test
    void conditions_in_a_list_are_asked_of_each_station_that_is_watched_together()
        throws BadConfig {
      Rule rule =
          rule(
              "watch: { quantity: salinity_gl, stations: [xuan-hoa, my-tho], together: all }",
              "raise: { any: [ { above: 1 }, { rises: 0.5 per 1h } ] }",
              "clear: { below: 0.8 }");

      assertThat(rule.raise())
          .isEqualTo(new Condition.Several(List.of(eitherAt(XUAN_HOA), eitherAt(MY_THO)), 2));
    }

    private static Condition eitherAt(StationId station) {
      Measure rise = new Measure.Rise(Duration.ofHours(1));
      return new Condition.Several(
          List.of(
              at(station, new Level.Above(1)),
              new Condition.Beyond(
                  Optional.of(station), Quantity.SALINITY, rise, new Level.AtLeast(0.5))),
          1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "raise: { station: my-tho, above: 1 } | without a station of its own",
          "raise: { all: [ { station: xuan-hoa, above: 1 }, { station: my-tho, above: 1 } ] } | without a station of its own",
          "raise: { any: [ { above: 1 }, { silent: 3h } ] } | each station's own"
        })
    void what_is_not_about_each_of_them_is_refused(String raise, String expected) {
      Complaint complaint =
          complaint(
              "watch: { quantity: salinity_gl, stations: [xuan-hoa, my-tho], together: all }",
              raise,
              "clear: { below: 0.8 }");

      assertThat(complaint.path()).isEqualTo("rules[0].raise");
      assertThat(complaint.expected()).contains(expected);
    }

    private static Condition of(Level level, int least) {
      return new Condition.Several(List.of(at(XUAN_HOA, level), at(MY_THO, level)), least);
    }

    private static Condition at(StationId station, Level level) {
      return new Condition.Beyond(
          Optional.of(station), Quantity.SALINITY, new Measure.Newest(), level);
    }

    @Test
    void each_may_have_a_condition_of_its_own() throws BadConfig {
      Rule rule =
          rule(
              SALT,
              "raise: { all: [ { station: xuan-hoa, above: 1 }, { station: my-tho, above: 0.5 } ] }",
              "clear: { any: [ { station: xuan-hoa, below: 0.8 }, { station: my-tho, below: 0.4 } ] }");

      assertThat(rule.raise())
          .isEqualTo(
              new Condition.Several(
                  List.of(at(XUAN_HOA, new Level.Above(1)), at(MY_THO, new Level.Above(0.5))), 2));
      assertThat(((Condition.Several) rule.clear()).least()).isEqualTo(1);
    }
  }

  @Nested
  class WithStepsAndTimes {
    @Test
    void a_ladder_of_severities() throws BadConfig {
      Rule rule =
          rule(
              SALT,
              "raise: { above: 0.5, for: 30m }",
              "clear: { below: 0.4 }",
              "escalate: [ { severity: warning, above: 1, for: 30m }, { severity: danger, above: 4 } ]");

      assertThat(rule.ladder())
          .containsExactly(
              new Rung(
                  Severity.WARNING,
                  salt(new Measure.Newest(), new Level.Above(1)),
                  Duration.ofMinutes(30)),
              new Rung(
                  Severity.DANGER, salt(new Measure.Newest(), new Level.Above(4)), Duration.ZERO));
    }

    @Test
    void a_step_that_does_not_rise_is_refused() {
      Complaint complaint =
          complaint(
              SALT,
              "raise: { above: 0.5 }",
              "clear: { below: 0.4 }",
              "severity: warning",
              "escalate: [ { severity: watch, above: 1 } ]");

      assertThat(complaint.path()).isEqualTo("rules[0].escalate[0].severity");
      assertThat(complaint.expected()).contains("above warning");
    }

    @Test
    void alerts_that_flap_are_damped() throws BadConfig {
      assertThat(
              rule(SALT, "raise: { above: 0.5 }", "clear: { below: 0.4 }", "flapping: 3 within 6h")
                  .damping())
          .contains(new Damping(3, Duration.ofHours(6)));
    }

    @Test
    void a_season_hours_and_days() throws BadConfig {
      Rule rule =
          rule(
              SALT,
              "raise: { above: 0.5 }",
              "clear: { below: 0.4 }",
              "active: { season: [12-01, 05-31], hours: ['05:00', '18:00'], days: [mon, sat] }");

      assertThat(rule.schedule())
          .isEqualTo(
              new Schedule(
                  Optional.of(new Schedule.Season(MonthDay.of(12, 1), MonthDay.of(5, 31))),
                  Optional.of(new Schedule.Hours(LocalTime.of(5, 0), LocalTime.of(18, 0))),
                  Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                  Schedule.ZONE));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "raise: { above: 0.5, below: 0.4 } | clear: { below: 0.4 } | rules[0].raise | expected one of",
        "raise: { above: 0.5, mean: 15m, max: 1h } | clear: { below: 0.4 } | rules[0].raise | expected one of mean",
        "raise: { rises: 1.0 } | clear: { for: 1h } | rules[0].raise.rises | the word per",
        "raise: { rises: 1.0 within 1h } | clear: { for: 1h } | rules[0].raise.rises | the word per",
        "raise: { count: 5 within 10m } | clear: { for: 1h } | rules[0].raise | what is counted",
        "raise: { silent: often } | clear: { for: 1h } | rules[0].raise.silent | a time span",
        "raise: { above: 0.5 } | clear: { silent: 3h } | rules[0].clear.silent | no all-clear",
        "raise: { outside: [4, 1] } | clear: { inside: [2, 3] } | rules[0].raise.outside | the lower one first",
        "raise: { service: E, free_flow: 50 } | clear: { above: 30 } | rules[0].raise.free_flow | 45",
        "raise: { rises: 1.0 per 90d } | clear: { for: 1h } | rules[0].raise.rises | at most 31d",
        "raise: { above: 0.5, mean: 15m } | clear: { below: 0.6 } | rules[0].clear | safe side",
        "raise: { above: 0.5, mean: 15m } | clear: { below: 0.6, mean: 1h } | rules[0].clear | safe side",
        "raise: { above: 0.5, min: 15m } | clear: { below: 0.6, max: 1h } | rules[0].clear | safe side",
        "raise: { rises: 1.0 per 1h } | clear: { rises: 1.5 per 2h } | rules[0].clear | safe side",
        "raise: { above: 0.5, count: 3 within 1h } | clear: { above: 0.4, count: 5 within 2h } | rules[0].clear | safe side"
      })
  void what_is_wrong_is_named_with_what_was_expected(
      String raise, String clear, String path, String expected) {
    Complaint complaint = complaint(SALT, raise, clear);

    assertThat(complaint.path()).isEqualTo(path);
    assertThat(complaint.expected()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "watch: { quantity: speed_kmh, stations: [ql60, xuan-hoa] } | rules[0].watch.stations[1]",
        "watch: { event: flood, stations: [my-tho] } | rules[0].watch.stations[0]"
      })
  void a_rule_that_could_never_fire_is_refused_where_it_looks_at_a_station_of_another_kind(
      String watch, String path) {
    String raise =
        watch.contains("event") ? "raise: { count: 5 within 10m }" : "raise: { below: 5 }";
    String clear = watch.contains("event") ? "clear: { for: 1h }" : "clear: { above: 10 }";

    Complaint complaint = complaint(watch, raise, clear);

    assertThat(complaint.path()).isEqualTo(path);
    assertThat(complaint.expected()).contains("found one of kind salinity");
  }

  @Test
  void a_text_that_would_not_be_true_is_refused_with_those_that_would() {
    Complaint complaint = complaint(SALT, "raise: { rises: 1.0 per 1h }", "text: vi/salt");

    assertThat(complaint.path()).isEqualTo("rules[0].text");
    assertThat(complaint.expected()).contains("vi/changing", "vi/measured");
  }
}
