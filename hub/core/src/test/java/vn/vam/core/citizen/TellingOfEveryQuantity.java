package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.live.Trend;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Measure;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Rung;
import vn.vam.core.rule.Schedule;
import vn.vam.core.rule.Severity;

/** What citizens read where a rule names no text. */
class TellingOfEveryQuantity {
  private static final RuleId ID = new RuleId("one");
  private static final Instant AT = Instant.parse("2026-03-12T05:05:00Z");

  @ParameterizedTest
  @CsvSource({
    "SALINITY, above, vi/salt",
    "SALINITY, below, vi/measured",
    "EC25, above, vi/measured",
    "LEVEL, above, vi/level-high",
    "LEVEL, below, vi/level-low",
    "TEMPERATURE, above, vi/water-warm",
    "TEMPERATURE, below, vi/measured",
    "BATTERY, below, vi/battery-low",
    "BATTERY_SHARE, below, vi/battery-low",
    "BATTERY, above, vi/measured",
    "SPEED, below, vi/traffic-slow",
    "SPEED, above, vi/measured",
    "OCCUPANCY, above, vi/traffic-busy",
    "COUNT, above, vi/traffic-busy",
    "PCU, above, vi/traffic-busy",
    "CLASS_TRUCK, above, vi/traffic-busy",
    "COUNT, below, vi/measured",
  })
  void each_has_a_text_of_its_own_or_the_one_that_fits_all(
      Quantity quantity, String side, String text) {
    assertThat(AlertTexts.usual(beyond(quantity, side.equals("above")))).isEqualTo(text);
  }

  static Stream<Arguments> quantities() {
    return Stream.of(Quantity.values())
        .flatMap(quantity -> Stream.of(true, false).map(high -> Arguments.of(quantity, high)));
  }

  @ParameterizedTest
  @MethodSource("quantities")
  void place_value_unit_and_time_are_told_and_of_salt_only_where_it_is_about_salt(
      Quantity quantity, boolean high) {
    Condition raise = beyond(quantity, high);
    Rule rule =
        rule(Optional.of(quantity), raise, beyond(quantity, !high), AlertTexts.usual(raise));
    String unit = quantity.unit().equals("1") ? "2" : "2 ";

    for (AlertChange change : changes(2)) {
      String told = told(rule, change);
      assertThat(told).contains("Xuân Hòa", unit, "12:05 ngày 12/3", "A-7", "DỪNG");
      if (quantity != Quantity.SALINITY) {
        assertThat(told).doesNotContain("mặn", "tưới");
      }
    }
  }

  @Test
  void a_step_that_is_about_something_else_is_told_in_its_own_words() {
    Rule rule =
        rule(
            Optional.of(Quantity.SALINITY),
            beyond(Quantity.SALINITY, true),
            beyond(Quantity.SALINITY, false),
            "vi/salt",
            new Rung(Severity.DANGER, beyond(Quantity.LEVEL, true), Duration.ZERO));

    assertThat(
            told(
                rule,
                new AlertChange.Escalated(ID, TestProvince.XUAN_HOA, Severity.DANGER, AT, 1.7)))
        .contains(
            "lên cao hơn nữa", "Mực nước lúc 12:05 ngày 12/3 là 1,7 m, mức báo mới là trên 1 m")
        .doesNotContain("mặn", "đang lên,");
  }

  @Test
  void of_two_quantities_those_that_can_be_meant_are_told() {
    Condition salt = level(Quantity.SALINITY, new Level.Above(3));
    Condition water = level(Quantity.LEVEL, new Level.Above(1));
    Condition either = new Condition.Several(List.of(salt, water), 1);
    Rule rule =
        rule(
            Optional.of(Quantity.SALINITY),
            either,
            new Condition.Several(
                List.of(
                    level(Quantity.SALINITY, new Level.Below(2)),
                    level(Quantity.LEVEL, new Level.Below(0.5))),
                2),
            AlertTexts.usual(either));

    assertThat(told(rule, changes(1.7).getFirst()))
        .contains("độ mặn trên 3 g/l hoặc mực nước trên 1 m", "là 1,7 m.");
    assertThat(told(rule, changes(4.5).getFirst())).contains("là 4,5 g/l hoặc 4,5 m.");
  }

  private static Condition beyond(Quantity quantity, boolean high) {
    return level(quantity, high ? new Level.Above(1) : new Level.Below(1));
  }

  private static Condition level(Quantity quantity, Level level) {
    return new Condition.Beyond(quantity, new Measure.Newest(), level);
  }

  private static Rule rule(
      Optional<Quantity> quantity, Condition raise, Condition clear, String text, Rung... ladder) {
    return new Rule(
        ID,
        quantity,
        Set.of(TestProvince.XUAN_HOA),
        Optional.empty(),
        raise,
        Duration.ZERO,
        clear,
        Duration.ZERO,
        Severity.WATCH,
        List.of(ladder),
        Schedule.ALWAYS,
        Optional.empty(),
        text,
        Duration.ofHours(1));
  }

  private static List<AlertChange> changes(double value) {
    return List.of(
        new AlertChange.Raised(ID, TestProvince.XUAN_HOA, Severity.WATCH, AT, value),
        new AlertChange.Escalated(ID, TestProvince.XUAN_HOA, Severity.WARNING, AT, value));
  }

  private static String told(Rule rule, AlertChange change) {
    return new AlertText(List.of(rule), TestProvince.registry())
        .of(new AlertNotice(1, "A-7", change), Optional.of(Trend.RISING), false)
        .orElseThrow();
  }
}
