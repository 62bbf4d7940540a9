package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.core.rule.Watching.AT_ONCE;
import static vn.vam.core.rule.Watching.minutes;
import static vn.vam.core.rule.Watching.rule;
import static vn.vam.core.rule.Watching.salt;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minute 0 is noon of Thursday, 12 March, in the province. */
class KeepingToASchedule {
  private static Watching during(Schedule schedule, Duration raiseFor) {
    return new Watching(
        rule(
            salt(new Level.Above(0.5)),
            raiseFor,
            salt(new Level.Below(0.4)),
            AT_ONCE,
            List.of(),
            schedule));
  }

  private static Schedule hours(int from, int until) {
    return new Schedule(
        Optional.empty(),
        Optional.of(new Schedule.Hours(LocalTime.of(from, 0), LocalTime.of(until, 0))),
        Set.of(DayOfWeek.values()),
        Schedule.ZONE);
  }

  private static Schedule season(String first, String last) {
    return new Schedule(
        Optional.of(new Schedule.Season(MonthDay.parse("--" + first), MonthDay.parse("--" + last))),
        Optional.empty(),
        Set.of(DayOfWeek.values()),
        Schedule.ZONE);
  }

  @Test
  void outside_its_hours_nothing_is_raised() {
    assertThat(during(hours(13, 18), AT_ONCE).says(0, 0.9)).isEmpty();
  }

  @Test
  void a_breach_that_is_there_when_its_hours_begin_is_raised_then() {
    Watching river = during(hours(13, 18), AT_ONCE);
    river.says(30, 0.9);

    assertThat(river.timePasses(60)).containsExactly("60 raised xuan-hoa watch 0.9");
  }

  @Test
  void its_waiting_begins_with_its_hours() {
    Watching river = during(hours(13, 18), minutes(20));
    river.says(30, 0.9);

    assertThat(river.timePasses(79)).isEmpty();
    assertThat(river.timePasses(80)).containsExactly("80 raised xuan-hoa watch 0.9");
  }

  @Test
  void the_end_of_its_hours_breaks_off_the_waiting() {
    Watching river = during(hours(11, 13), minutes(40));
    river.says(30, 0.9);

    assertThat(river.timePasses(80)).isEmpty();
  }

  @Test
  void what_was_raised_is_cleared_outside_its_hours_too() {
    Watching river = during(hours(11, 13), AT_ONCE);
    river.says(30, 0.9);

    assertThat(river.says(90, 0.1)).containsExactly("90 cleared xuan-hoa watch 0.1");
  }

  @ParameterizedTest(name = "on {0}: {1}")
  @CsvSource({
    "2026-03-12T05:00:00Z, true",
    "2026-05-31T16:59:59Z, true",
    "2026-05-31T17:00:00Z, false",
    "2026-11-30T16:59:59Z, false",
    "2026-11-30T17:00:00Z, true",
    "2026-01-01T00:00:00Z, true"
  })
  void a_season_goes_over_the_turn_of_the_year_by_local_days(Instant at, boolean active) {
    assertThat(season("12-01", "05-31").isActive(at)).isEqualTo(active);
  }

  @ParameterizedTest(name = "at {0}: {1}")
  @CsvSource({
    "2026-03-12T15:00:00Z, true",
    "2026-03-12T21:59:00Z, true",
    "2026-03-12T22:00:00Z, false",
    "2026-03-12T05:00:00Z, false"
  })
  void hours_go_over_midnight(Instant at, boolean active) {
    assertThat(hours(22, 5).isActive(at)).isEqualTo(active);
  }

  @Test
  void days_are_local_days() {
    Schedule friday =
        new Schedule(Optional.empty(), Optional.empty(), Set.of(DayOfWeek.FRIDAY), Schedule.ZONE);

    assertThat(friday.isActive(Instant.parse("2026-03-12T16:59:00Z"))).isFalse();
    assertThat(friday.isActive(Instant.parse("2026-03-12T17:00:00Z"))).isTrue();
  }

  private static String whyNot(Watching river, int minute) {
    return river.engine().explain(Watching.minute(minute)).getFirst().words();
  }

  @Test
  void that_a_breach_was_outside_its_hours_is_why_nothing_was_raised() {
    Watching river = during(hours(18, 6), AT_ONCE);
    river.says(0, 0.9);
    river.says(10, 0.2);

    assertThat(whyNot(river, 10))
        .isEqualTo("not fired: above 0.5 only outside its hours 18:00–06:00");
  }

  @Test
  void so_is_that_it_was_out_of_season_or_on_another_day() {
    Watching dry = during(season("12-01", "02-28"), AT_ONCE);
    dry.says(0, 0.9);
    Watching weekend =
        during(
            new Schedule(
                Optional.empty(),
                Optional.empty(),
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY),
                Schedule.ZONE),
            AT_ONCE);
    weekend.says(0, 0.9);

    assertThat(whyNot(dry, 0)).endsWith("only outside its season 12-01–02-28");
    assertThat(whyNot(weekend, 0)).endsWith("only outside its days sat, sun");
  }

  @Test
  void a_breach_that_was_too_short_within_its_hours_tells_of_both() {
    Watching river = during(hours(11, 13), minutes(40));
    river.says(30, 0.9);
    river.timePasses(80);

    assertThat(whyNot(river, 80))
        .isEqualTo("not fired: above 0.5 for 30 of 40 min, and outside its hours 11:00–13:00");
  }

  @Test
  void a_breach_within_its_hours_is_no_matter_of_hours() {
    Watching river = during(hours(11, 13), minutes(40));
    river.says(0, 0.9);
    river.says(30, 0.1);

    assertThat(whyNot(river, 30)).isEqualTo("not fired: above 0.5 for 30 of 40 min");
  }
}
